namespace KedaStack.Truth.ClosedLoops;

/// <summary>The fourth level over a loop: the replicas over time that were recorded, and those that the simulator has.</summary>
public sealed record ClosedLoopComparison
{
    /// <summary>Why nothing was simulated; null when it was.</summary>
    public string? NotModelled { get; init; }

    /// <summary>The recorded replicas.</summary>
    public ReplicaCurve Recorded { get; init; } = new([]);

    /// <summary>The simulated ones.</summary>
    public ReplicaCurve Simulated { get; init; } = new([]);

    /// <summary>Whether the sequence of counts is the same, each step within one sync.</summary>
    public bool IsAlike { get; init; }

    /// <summary>The recorded replica-seconds of the load's 40 minutes.</summary>
    public double RecordedReplicaSeconds { get; init; }

    /// <summary>The simulated ones.</summary>
    public double SimulatedReplicaSeconds { get; init; }

    /// <summary>What the formula gives that is used instead of a model.</summary>
    public double FormulaReplicaSeconds { get; init; }

    /// <summary>Whether the sequence is the same when the simulator also gets which pods went, and when requests were counted.</summary>
    public bool IsAlikeWithChance { get; init; }

    /// <summary>The replica-seconds that the simulator has then.</summary>
    public double ReplicaSecondsWithChance { get; init; }

    /// <summary>
    /// The first sync that decides otherwise, as a sentence: of the run that also got which pods went and when requests were
    /// counted, where that parts, too. Null when the curves are alike.
    /// </summary>
    public string? FirstDifference { get; init; }

    /// <summary>Of runs without the recorded phases, the ends of the interval that holds 95 of 100.</summary>
    public (double Low, double High) Interval { get; init; }

    /// <summary>How far the simulated replica-seconds are off, as a share.</summary>
    public double Deviation => Share(SimulatedReplicaSeconds);

    /// <summary>How far those are off that were given the chance, too, as a share.</summary>
    public double DeviationWithChance => Share(ReplicaSecondsWithChance);

    /// <summary>How far the formula is off, as a share.</summary>
    public double FormulaDeviation => Share(FormulaReplicaSeconds);

    /// <summary>Whether the recorded replica-seconds are in the interval.</summary>
    public bool IsInInterval => Interval.Low <= RecordedReplicaSeconds && RecordedReplicaSeconds <= Interval.High;

    private double Share(double replicaSeconds) => RecordedReplicaSeconds == 0
        ? (replicaSeconds == 0 ? 0 : 1)
        : Math.Abs(replicaSeconds - RecordedReplicaSeconds) / RecordedReplicaSeconds;
}
