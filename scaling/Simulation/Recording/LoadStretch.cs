namespace KedaStack.Scaling.Simulation.Recording;

/// <summary>A stretch of time in which the load, the pods and the nodes stayed the same.</summary>
public readonly record struct LoadStretch
{
    /// <summary>When it began.</summary>
    public required long FromMilliseconds { get; init; }

    /// <summary>When it ended; after it began.</summary>
    public required long ToMilliseconds { get; init; }

    /// <summary>The load in thousandths of a request per second.</summary>
    public required long OfferedMilli { get; init; }

    /// <summary>The requests that came, in millionths of a request.</summary>
    public required long OfferedMicro { get; init; }

    /// <summary>The requests that were served, in millionths.</summary>
    public required long ServedMicro { get; init; }

    /// <summary>The requests that found the queue full, in millionths.</summary>
    public required long LostMicro { get; init; }

    /// <summary>The requests that wait at its end, in millionths.</summary>
    public required long QueuedMicro { get; init; }

    /// <summary>
    /// The requests that came above the capacity of the Ready pods, in millionths, whether they waited or were lost.
    /// </summary>
    public required long UnmetMicro { get; init; }

    /// <summary>The desired replicas.</summary>
    public required int SpecReplicas { get; init; }

    /// <summary>The Ready pods.</summary>
    public required int ReadyPods { get; init; }

    /// <summary>The pods that exist, also those that wait for a node, start or terminate.</summary>
    public required int ExistingPods { get; init; }

    /// <summary>Those of them that wait for a node that will not come, since the pool is at its maximum.</summary>
    public required int PodsWithoutRoom { get; init; }

    /// <summary>The nodes; 0 without a pool.</summary>
    public required int Nodes { get; init; }

    /// <summary>Its length.</summary>
    public long Milliseconds => ToMilliseconds - FromMilliseconds;
}
