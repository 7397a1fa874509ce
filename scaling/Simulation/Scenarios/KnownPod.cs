namespace KedaStack.Scaling.Simulation.Scenarios;

/// <summary>What is known of a pod's times; what is null is drawn.</summary>
public sealed record KnownPod
{
    /// <summary>From the time it has a node until it listens.</summary>
    public TimeSpan? StartUp { get; init; }

    /// <summary>From the time it has a node until Prometheus knows it.</summary>
    public TimeSpan? Discovery { get; init; }

    /// <summary>Its place among the UIDs, by which the ReplicaSet chooses among pods of about one age; lower ones go first.</summary>
    public long? Uid { get; init; }

    /// <summary>From the decision that it is removed until it is deleted, up to which it serves.</summary>
    public TimeSpan? Deletion { get; init; }

    /// <summary>How long it still exists after it was removed.</summary>
    public TimeSpan? Termination { get; init; }
}
