namespace KedaStack.Local.Watching;

/// <summary>One replica.</summary>
public sealed record LocalPod
{
    /// <summary>The name: <c>sample-app-7d4b9c-x2k5q</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required LocalPodState State { get; init; }

    /// <summary>When it was made, in the stack's time.</summary>
    public required TimeSpan Created { get; init; }

    /// <summary>How often it was started again.</summary>
    public required int Restarts { get; init; }

    /// <summary>Its process; null without one.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Its port on the loopback address.</summary>
    public required int Port { get; init; }

    /// <summary>The connections that the Service gave it so far.</summary>
    public required long Connections { get; init; }

    /// <summary>What is wrong with it, in one sentence; null for nothing.</summary>
    public string? Problem { get; init; }
}

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
