namespace KedaStack.Scaling.Keda.Triggers.Config;

/// <summary>A trigger as a ScaledObject has it, before it is read: everything is text.</summary>
public sealed record TriggerDefinition
{
    /// <summary>The trigger's type, such as <c>prometheus</c>.</summary>
    public string Type { get; init; } = "prometheus";

    /// <summary>The trigger's own name.</summary>
    /// <value>Empty: none.</value>
    public string Name { get; init; } = "";

    /// <summary>The trigger's parameters (<c>metadata</c>).</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>The parameters of its TriggerAuthentication.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string> AuthParams { get; init; } = new Dictionary<string, string>();

    /// <summary>The environment of the scale target's container, which parameters ending in <c>FromEnv</c> name.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string> ResolvedEnv { get; init; } = new Dictionary<string, string>();

    /// <summary>The pod identity's provider, such as <c>azure-workload</c>.</summary>
    /// <value>Empty or <c>none</c>: none.</value>
    public string PodIdentityProvider { get; init; } = "";

    /// <summary>The trigger's metric type.</summary>
    /// <value>Empty: AverageValue; of cpu and memory an error.</value>
    public string MetricType { get; init; } = "";

    /// <summary>The trigger's <c>useCachedMetrics</c>.</summary>
    public bool UseCachedMetrics { get; init; }

    /// <summary>The trigger's place in the ScaledObject, from 0.</summary>
    public int TriggerIndex { get; init; }

    /// <summary>The target per replica of a trigger whose scaler KEDA keeps and this model does not know, or that says none.</summary>
    /// <value>Null: what its parameters say.</value>
    public double? Target { get; init; }

    /// <summary>
    /// Whether the TriggerAuthentication was seen. Where it was not, what only it can hold is not missed: it may be there.
    /// </summary>
    /// <value>The default is true.</value>
    public bool IsAuthenticationKnown { get; init; } = true;
}
