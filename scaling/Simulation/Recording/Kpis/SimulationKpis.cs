namespace KedaStack.Scaling.Simulation.Recording.Kpis;

/// <summary>
/// The figures of a run. The <em>needed</em> replicas at a time are the load then divided by the threshold, rounded up,
/// within minimum and maximum; one tolerance less is <em>enough</em>, since the HPA leaves that alone.
/// </summary>
public sealed record SimulationKpis
{
    /// <summary>From the first time that the desired replicas were not enough to the first scale-up after it.</summary>
    /// <value>Null: they always were, or none came.</value>
    public TimeSpan? TimeToFirstScaleUp { get; init; }

    /// <summary>From the highest load of the run until as many pods were Ready as are enough for it.</summary>
    /// <value>Null: they never were.</value>
    public TimeSpan? TimeToTarget { get; init; }

    /// <summary>From the last time that fewer replicas were needed to the last scale-down after it.</summary>
    /// <value>Null: none came.</value>
    public TimeSpan? ScaleInTail { get; init; }

    /// <summary>The hours of all pods, from their creation until they are gone.</summary>
    public decimal ReplicaHours { get; init; }

    /// <summary>The hours of all nodes; 0 without a pool.</summary>
    public decimal NodeHours { get; init; }

    /// <summary>The requests that came.</summary>
    public decimal OfferedRequests { get; init; }

    /// <summary>The requests that were served.</summary>
    public decimal ServedRequests { get; init; }

    /// <summary>The requests that found the queue full.</summary>
    public decimal LostRequests { get; init; }

    /// <summary>The requests that wait at the end of the run.</summary>
    public decimal QueuedRequests { get; init; }

    /// <summary>The requests that came above the capacity of the Ready pods, whether they waited or were lost.</summary>
    public decimal UnmetRequests { get; init; }

    /// <summary>How long requests came above that capacity, in seconds.</summary>
    public decimal UnmetSeconds { get; init; }

    /// <summary>The most desired replicas beyond the most that were needed; 0 or more.</summary>
    public int Overshoot { get; init; }

    /// <summary>The decisions that undo the direction of the one before within 10 minutes.</summary>
    public int Flaps { get; init; }

    /// <summary>How long the maximum was desired, in minutes.</summary>
    public decimal MaxReplicaMinutes { get; init; }

    /// <summary>The most replicas that were desired.</summary>
    public int PeakReplicas { get; init; }

    /// <summary>The most pods that waited for a node that did not come, since the pool was at its maximum.</summary>
    public required int MostPodsWithoutRoom { get; init; }

    /// <summary>How many decisions there were.</summary>
    public int Decisions { get; init; }

    /// <summary>What the pods and nodes cost.</summary>
    /// <value>Null: no price was given.</value>
    public decimal? Cost { get; init; }
}
