namespace KedaStack.Scaling.Tuning.Evaluation;

/// <summary>The figures of settings: means over the runs, of one load or of all loads together.</summary>
public sealed record TuningFigures
{
    /// <summary>The requests that came.</summary>
    public required decimal OfferedRequests { get; init; }

    /// <summary>The requests that came above the capacity of the Ready pods, whether they waited or were lost.</summary>
    public required decimal UnmetRequests { get; init; }

    /// <summary>The hours of all pods, from their creation until they are gone.</summary>
    public required decimal ReplicaHours { get; init; }

    /// <summary>The hours of all nodes; 0 without a node pool.</summary>
    public required decimal NodeHours { get; init; }

    /// <summary>The decisions that undo the direction of the one before within 10 minutes.</summary>
    public required decimal Flaps { get; init; }

    /// <summary>The unmet requests as a share of those that came; 0 when none came.</summary>
    public decimal UnmetShare => OfferedRequests == 0 ? 0 : UnmetRequests / OfferedRequests;

    /// <summary>What is compared.</summary>
    public Objectives Objectives => new(UnmetRequests, ReplicaHours, Flaps);

    /// <summary>The figures of several loads together.</summary>
    internal static TuningFigures Sum(IEnumerable<TuningFigures> figures) => figures.Aggregate((one, other) => new TuningFigures
    {
        OfferedRequests = one.OfferedRequests + other.OfferedRequests,
        UnmetRequests = one.UnmetRequests + other.UnmetRequests,
        ReplicaHours = one.ReplicaHours + other.ReplicaHours,
        NodeHours = one.NodeHours + other.NodeHours,
        Flaps = one.Flaps + other.Flaps,
    });
}
