namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>What failed.</summary>
public enum PrometheusErrorKind
{
    /// <summary>No token could be had.</summary>
    Credential,

    /// <summary>401: the token is missing, expired or meant for another service.</summary>
    Unauthorized,

    /// <summary>403: the identity has no role on the workspace.</summary>
    Forbidden,

    /// <summary>404: nothing answers at this address.</summary>
    NotFound,

    /// <summary>3xx: the answer is elsewhere, and a token goes nowhere else.</summary>
    Redirected,

    /// <summary>A token would have to go over plain http to another machine; nothing was sent.</summary>
    PlainHttp,

    /// <summary>429: a limit was hit.</summary>
    Throttled,

    /// <summary>Another 4xx, or an error in the answer: the query is wrong.</summary>
    BadRequest,

    /// <summary>5xx.</summary>
    Server,

    /// <summary>The name cannot be resolved.</summary>
    NameResolution,

    /// <summary>The connection was refused or broke.</summary>
    Connection,

    /// <summary>No trusted connection could be made.</summary>
    Tls,

    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>The body is larger than is read.</summary>
    TooLarge,

    /// <summary>The body is not what Prometheus answers.</summary>
    Malformed,
}
