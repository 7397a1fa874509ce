using Pulumi;

namespace KedaStack.Infra.Keda.Resources;

/// <summary>The part of a ScaledObject that shapes its HPA.</summary>
public sealed class AdvancedArgs : ResourceArgs
{
    /// <summary>The HPA that KEDA makes.</summary>
    [Input("horizontalPodAutoscalerConfig")]
    public Input<HorizontalPodAutoscalerConfigArgs>? HorizontalPodAutoscalerConfig { get; set; }
}
