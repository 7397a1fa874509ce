using Pulumi;

namespace KedaStack.Infra.CustomResources.Keda;

/// <summary>The part of a ScaledObject that shapes its HPA.</summary>
public sealed class AdvancedArgs : ResourceArgs
{
    /// <summary>The HPA that KEDA makes.</summary>
    [Input("horizontalPodAutoscalerConfig")]
    public Input<HorizontalPodAutoscalerConfigArgs>? HorizontalPodAutoscalerConfig { get; set; }
}

/// <summary>The HPA that KEDA makes.</summary>
public sealed class HorizontalPodAutoscalerConfigArgs : ResourceArgs
{
    /// <summary>Its name; keda-hpa- and the ScaledObject's name unless said otherwise.</summary>
    [Input("name")]
    public Input<string>? Name { get; set; }

    /// <summary>Its behavior, handed on unchanged.</summary>
    [Input("behavior")]
    public Input<BehaviorArgs>? Behavior { get; set; }
}
