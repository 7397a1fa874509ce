namespace KedaStack.Local;

/// <summary>What a replica does.</summary>
public enum LocalPodState
{
    /// <summary>Its process starts; the startup probe has not succeeded yet.</summary>
    Starting,

    /// <summary>It runs, but gets no load: the readiness probe fails.</summary>
    NotReady,

    /// <summary>It gets its share of the load.</summary>
    Ready,

    /// <summary>Its process died and is started again later.</summary>
    BackOff,

    /// <summary>It has left the Service and ends.</summary>
    Terminating,
}
