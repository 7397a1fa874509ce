namespace KedaStack.Local;

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
