namespace KedaStack.Scaling.Tuning.Evaluation;

/// <summary>What was counted in the runs of one load; whole numbers in decimals, so that sums are exact.</summary>
/// <param name="OfferedMicro">The requests that came, in millionths.</param>
/// <param name="UnmetMicro">Those above the capacity of the Ready pods, in millionths.</param>
/// <param name="PodMilliseconds">The time of all pods.</param>
/// <param name="NodeMilliseconds">The time of all nodes.</param>
/// <param name="Flaps">The flaps.</param>
internal readonly record struct TrafficTally(
    decimal OfferedMicro, decimal UnmetMicro, decimal PodMilliseconds, decimal NodeMilliseconds, decimal Flaps)
{
    private const decimal Million = 1_000_000;
    private const decimal MillisecondsPerHour = 3_600_000;

    public static TrafficTally operator +(TrafficTally one, TrafficTally other) => new(
        one.OfferedMicro + other.OfferedMicro,
        one.UnmetMicro + other.UnmetMicro,
        one.PodMilliseconds + other.PodMilliseconds,
        one.NodeMilliseconds + other.NodeMilliseconds,
        one.Flaps + other.Flaps);

    /// <summary>The figures as the mean of some runs.</summary>
    public TuningFigures Mean(int runs) => new()
    {
        OfferedRequests = OfferedMicro / Million / runs,
        UnmetRequests = UnmetMicro / Million / runs,
        ReplicaHours = PodMilliseconds / MillisecondsPerHour / runs,
        NodeHours = NodeMilliseconds / MillisecondsPerHour / runs,
        Flaps = Flaps / runs,
    };
}
