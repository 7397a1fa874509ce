namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>The base address of a Prometheus query API.</summary>
public sealed record PrometheusAddress
{
    private const string ApiPath = "/api/v1";
    private const string ManagedHost = ".prometheus.monitor.azure.";

    // The clouds and what a token has to be for in each (KEDA's azure_managed_prometheus_http_round_tripper.go).
    private static readonly string[] _managedDomains = ["com", "us", "cn"];
    private static readonly string[] _pastedEnds = ["/query", "/query_range"];

    /// <summary>The scope of Azure's public cloud.</summary>
    public const string PublicScope = "https://prometheus.monitor.azure.com/.default";

    private PrometheusAddress(Uri baseAddress) => Base = baseAddress;

    /// <summary>The address without <c>/api/v1</c>, with a trailing slash.</summary>
    public Uri Base { get; }

    /// <summary>Whether it is this machine.</summary>
    public bool IsLoopback => Base.IsLoopback;

    /// <summary>Whether what is sent there can be read on the way.</summary>
    public bool IsPlainHttp => Base.Scheme == Uri.UriSchemeHttp;

    /// <summary>
    /// What a token has to be for at an Azure Monitor workspace: <c>https://prometheus.monitor.azure.com/.default</c>, or
    /// that of another cloud.
    /// </summary>
    /// <value>Null: the host is no Azure Monitor workspace.</value>
    public string? ManagedScope => _managedDomains
        .Where(domain => Base.Scheme == Uri.UriSchemeHttps && Base.Host.EndsWith(ManagedHost + domain, StringComparison.OrdinalIgnoreCase))
        .Select(domain => $"https://prometheus.monitor.azure.{domain}/.default")
        .FirstOrDefault();

    /// <summary>The address of one function of the API, such as <c>query</c>.</summary>
    /// <param name="name">The function.</param>
    public Uri Endpoint(string name) => new(Base, $"api/v1/{name}");

    /// <summary>
    /// Reads an address: <c>http</c> or <c>https</c>, with or without a port, a path prefix, <c>/api/v1</c> and a trailing
    /// slash. One with a name and a password, a query or a fragment is refused.
    /// </summary>
    /// <param name="text">The text.</param>
    public static PrometheusAddressReading Read(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.Contains("://", StringComparison.Ordinal))
        {
            return Refused("is not an address with http:// or https://", $"write one such as http://{(trimmed.Length > 0 ? trimmed : "localhost:9090")}");
        }

        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return Refused("is not an address", "write one such as http://localhost:9090");
        }

        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        {
            return Refused("is not an address with http:// or https://", "write one such as http://localhost:9090");
        }

        if (uri.UserInfo.Length > 0)
        {
            return Refused("holds a name or a password", "leave them out: addresses end up in logs");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return Refused("has more than a path", "leave out what begins with ? or #");
        }

        return new PrometheusAddressReading(new PrometheusAddress(WithoutApi(uri)), "", "");
    }

    /// <inheritdoc/>
    public override string ToString() => Base.AbsoluteUri.TrimEnd('/');

    private static Uri WithoutApi(Uri uri)
    {
        var path = uri.AbsolutePath.TrimEnd('/');
        var pasted = _pastedEnds.FirstOrDefault(end => path.EndsWith(ApiPath + end, StringComparison.Ordinal));
        path = path[..^(pasted?.Length ?? 0)];
        path = path.EndsWith(ApiPath, StringComparison.Ordinal) ? path[..^ApiPath.Length] : path;
        return new UriBuilder(uri) { Path = path.TrimEnd('/') + "/" }.Uri;
    }

    private static PrometheusAddressReading Refused(string wrong, string right) => new(null, wrong, right);
}
