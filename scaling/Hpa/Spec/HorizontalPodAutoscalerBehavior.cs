namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>
/// An HPA's behavior (autoscaling/v2). Its mere presence changes both directions from the legacy limits to the rules
/// of autoscaling/v2, also the direction that it does not mention (podautoscaler/horizontal.go).
/// </summary>
/// <param name="ScaleUp">The rules upwards; null for the defaults.</param>
/// <param name="ScaleDown">The rules downwards; null for the defaults.</param>
public sealed record HorizontalPodAutoscalerBehavior(ScalingRules? ScaleUp, ScalingRules? ScaleDown);
