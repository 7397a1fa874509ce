namespace KedaStack.Scaling.Hpa.Readings;

/// <summary>How the controller counts a pod for a metric of the pods (replica_calculator.go, groupPods).</summary>
internal enum PodGroup
{
    /// <summary>With its usage.</summary>
    Ready,

    /// <summary>As one that has not started to work.</summary>
    Unready,

    /// <summary>As one that is not measured.</summary>
    Missing,

    /// <summary>Not at all.</summary>
    LeftOut,
}
