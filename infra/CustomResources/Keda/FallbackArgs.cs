using Pulumi;

namespace KedaStack.Infra.CustomResources.Keda;

/// <summary>What KEDA reports while its triggers fail.</summary>
public sealed class FallbackArgs : ResourceArgs
{
    /// <summary>Failures in a row that are still reported as errors.</summary>
    [Input("failureThreshold", required: true)]
    public Input<int> FailureThreshold { get; set; } = null!;

    /// <summary>The replicas to fall back to.</summary>
    [Input("replicas", required: true)]
    public Input<int> Replicas { get; set; } = null!;

    /// <summary>static, currentReplicas, currentReplicasIfHigher or currentReplicasIfLower; KEDA's default is static.</summary>
    [Input("behavior")]
    public Input<string>? Behavior { get; set; }
}
