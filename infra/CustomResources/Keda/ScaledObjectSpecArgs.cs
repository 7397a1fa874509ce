using Pulumi;

namespace KedaStack.Infra.CustomResources.Keda;

/// <summary>The spec of a ScaledObject.</summary>
public sealed class ScaledObjectSpecArgs : ResourceArgs
{
    /// <summary>The workload that scales.</summary>
    [Input("scaleTargetRef", required: true)]
    public Input<ScaleTargetRefArgs> ScaleTargetRef { get; set; } = null!;

    /// <summary>How often KEDA polls, in seconds; KEDA's default is 30.</summary>
    [Input("pollingInterval")]
    public Input<int>? PollingInterval { get; set; }

    /// <summary>How long KEDA waits before it scales to 0, in seconds; KEDA's default is 300.</summary>
    [Input("cooldownPeriod")]
    public Input<int>? CooldownPeriod { get; set; }

    /// <summary>The least replicas; KEDA's default is 0.</summary>
    [Input("minReplicaCount")]
    public Input<int>? MinReplicaCount { get; set; }

    /// <summary>The most replicas; KEDA's default is 100.</summary>
    [Input("maxReplicaCount")]
    public Input<int>? MaxReplicaCount { get; set; }

    /// <summary>What KEDA reports while its triggers fail.</summary>
    [Input("fallback")]
    public Input<FallbackArgs>? Fallback { get; set; }

    /// <summary>The HPA that KEDA makes.</summary>
    [Input("advanced")]
    public Input<AdvancedArgs>? Advanced { get; set; }

    [Input("triggers", required: true)]
    private InputList<TriggerArgs>? _triggers;

    /// <summary>What it scales on.</summary>
    public InputList<TriggerArgs> Triggers
    {
        get => _triggers ??= [];
        set => _triggers = value;
    }
}
