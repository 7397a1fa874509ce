using Pulumi;

namespace KedaStack.Infra.Keda.Resources;

/// <summary>The HPA that KEDA makes.</summary>
public sealed class HorizontalPodAutoscalerConfigArgs : ResourceArgs
{
    /// <summary>Its behavior, handed on unchanged.</summary>
    [Input("behavior")]
    public Input<BehaviorArgs>? Behavior { get; set; }
}
