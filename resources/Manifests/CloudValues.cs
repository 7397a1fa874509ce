namespace KedaStack.Resources.Manifests;

/// <summary>What the manifests need from the cloud and cannot know.</summary>
internal sealed record CloudValues
{
    /// <summary>What stands for values that are not given, to be replaced with sed or the like.</summary>
    public static readonly CloudValues Placeholders = new()
    {
        PrometheusEndpoint = "{{ PROMETHEUS_QUERY_ENDPOINT }}",
        ClientId = "{{ KEDA_CLIENT_ID }}",
        Cluster = "{{ CLUSTER_NAME }}",
    };

    /// <summary>The query endpoint of the Azure Monitor workspace.</summary>
    public required string PrometheusEndpoint { get; init; }

    /// <summary>The client id of KEDA's identity.</summary>
    public required string ClientId { get; init; }

    /// <summary>The value of the label <c>cluster</c>.</summary>
    public required string Cluster { get; init; }
}
