namespace KedaStack.Scaling.Hpa.Readings;

/// <summary>The phase of a pod (core/v1 PodPhase).</summary>
public enum PodPhase
{
    /// <summary>Not all containers run yet.</summary>
    Pending,

    /// <summary>It runs, Ready or not.</summary>
    Running,

    /// <summary>Its containers ended well.</summary>
    Succeeded,

    /// <summary>Its containers ended, one of them badly.</summary>
    Failed,
}
