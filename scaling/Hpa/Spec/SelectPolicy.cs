namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>Which of several scaling policies decides (autoscaling/v2 ScalingPolicySelect).</summary>
public enum SelectPolicy
{
    /// <summary>The one that allows the largest change. Kubernetes' default.</summary>
    Max,

    /// <summary>The one that allows the smallest change.</summary>
    Min,

    /// <summary>None: this direction does not scale.</summary>
    Disabled,
}
