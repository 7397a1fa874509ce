using Pulumi;

namespace KedaStack.Infra.Keda.Resources;

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
