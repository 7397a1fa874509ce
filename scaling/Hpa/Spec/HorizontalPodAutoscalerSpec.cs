namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>An HPA (autoscaling/v2 HorizontalPodAutoscalerSpec, with its name).</summary>
public sealed record HorizontalPodAutoscalerSpec
{
    /// <summary>The HPA's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The HPA's namespace.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The least replicas; 0 only where the feature gate HPAScaleToZero is on, as from Kubernetes 1.37.</summary>
    /// <value>The default is 1.</value>
    public int MinReplicas { get; init; } = 1;

    /// <summary>The most replicas; not below the minimum.</summary>
    public required int MaxReplicas { get; init; }

    /// <summary>The metrics; at least one.</summary>
    public required IReadOnlyList<MetricSource> Metrics { get; init; }

    /// <summary>The behavior.</summary>
    /// <value>Null: none, which selects the legacy limits. One that says nothing is not the same.</value>
    public HorizontalPodAutoscalerBehavior? Behavior { get; init; }
}
