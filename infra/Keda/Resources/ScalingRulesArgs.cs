using Pulumi;

namespace KedaStack.Infra.Keda.Resources;

/// <summary>One direction of an HPA's behavior (autoscaling/v2).</summary>
public sealed class ScalingRulesArgs : ResourceArgs
{
    /// <summary>The stabilization window in seconds, 0 to 3,600.</summary>
    [Input("stabilizationWindowSeconds")]
    public Input<int>? StabilizationWindowSeconds { get; set; }

    [Input("policies")]
    private InputList<ScalingPolicyArgs>? _policies;

    /// <summary>The policies; given ones replace the whole default list.</summary>
    public InputList<ScalingPolicyArgs> Policies
    {
        get => _policies ??= [];
        set => _policies = value;
    }

    /// <summary>Max, Min or Disabled.</summary>
    [Input("selectPolicy")]
    public Input<string>? SelectPolicy { get; set; }
}
