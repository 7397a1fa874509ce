namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>The unit of a scaling policy's value.</summary>
public enum ScalingPolicyType
{
    /// <summary>A number of pods.</summary>
    Pods,

    /// <summary>A share of the replicas there were when the period began, in percent.</summary>
    Percent,
}
