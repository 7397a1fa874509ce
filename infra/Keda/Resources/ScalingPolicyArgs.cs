using Pulumi;

namespace KedaStack.Infra.Keda.Resources;

/// <summary>How much one direction may change within a period (autoscaling/v2).</summary>
public sealed class ScalingPolicyArgs : ResourceArgs
{
    /// <summary>Pods or Percent.</summary>
    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;

    /// <summary>The number of pods or the percentage; above 0.</summary>
    [Input("value", required: true)]
    public Input<int> Value { get; set; } = null!;

    /// <summary>The period in seconds, 1 to 1,800.</summary>
    [Input("periodSeconds", required: true)]
    public Input<int> PeriodSeconds { get; set; } = null!;
}
