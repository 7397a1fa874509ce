namespace KedaStack.Doctor.Messages;

/// <summary>The names of the links, in the order in which the data flows.</summary>
internal static class LinkIds
{
#pragma warning disable CS1591 // each says what it is
    public const string App = "app";
    public const string Scrape = "scrape";
    public const string Prometheus = "prometheus";
    public const string Identity = "identity";
    public const string Query = "query";
    public const string Operator = "operator";
    public const string ScaledObject = "scaled-object";
    public const string Admission = "admission";
    public const string MetricsApi = "metrics-api";
    public const string Hpa = "hpa";
    public const string Replicas = "replicas";
    public const string Pods = "pods";
#pragma warning restore CS1591
}
