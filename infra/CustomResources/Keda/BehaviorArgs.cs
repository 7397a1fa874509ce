using Pulumi;

namespace KedaStack.Infra.CustomResources.Keda;

/// <summary>The behavior of an HPA (autoscaling/v2).</summary>
public sealed class BehaviorArgs : ResourceArgs
{
    /// <summary>The rules upwards.</summary>
    [Input("scaleUp")]
    public Input<ScalingRulesArgs>? ScaleUp { get; set; }

    /// <summary>The rules downwards.</summary>
    [Input("scaleDown")]
    public Input<ScalingRulesArgs>? ScaleDown { get; set; }
}

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
