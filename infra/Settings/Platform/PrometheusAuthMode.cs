namespace KedaStack.Infra.Settings.Platform;

/// <summary>The words for how KEDA signs in to a Prometheus of one's own.</summary>
public enum PrometheusAuthMode
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>With a token.</summary>
    Bearer,

    /// <summary>With a name and a password.</summary>
    Basic,

    /// <summary>With a certificate.</summary>
    Tls,

    /// <summary>With a header of one's own.</summary>
    Custom,

    /// <summary>With an identity of Azure.</summary>
    Azure,
}
