namespace KedaStack.Scaling.Keda;

/// <summary>A prometheus trigger as a ScaledObject has it, before it is read: everything is text.</summary>
public sealed record PrometheusTriggerDefinition
{
    /// <summary>The trigger's parameters (<c>metadata</c>).</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The parameters of its TriggerAuthentication.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string> AuthParams { get; init; } = new Dictionary<string, string>();

    /// <summary>The pod identity's provider, such as <c>azure-workload</c>.</summary>
    /// <value>Empty or <c>none</c>: none.</value>
    public string PodIdentityProvider { get; init; } = "";

    /// <summary>The trigger's metric type.</summary>
    /// <value>Empty: AverageValue.</value>
    public string MetricType { get; init; } = "";

    /// <summary>The trigger's <c>useCachedMetrics</c>.</summary>
    public bool UseCachedMetrics { get; init; }

    /// <summary>The trigger's place in the ScaledObject, from 0.</summary>
    public int TriggerIndex { get; init; }
}
