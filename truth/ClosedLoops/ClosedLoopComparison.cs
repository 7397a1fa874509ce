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

    /// <summary>The syncs that failed, recorded or simulated.</summary>
    public FailedSyncs FailedSyncs { get; init; }

    /// <summary>Whether the sequence is the same by the script of the load alone.</summary>
    public bool IsAlikeByScript { get; init; }

    /// <summary>The replica-seconds by the script alone.</summary>
    public double ReplicaSecondsByScript { get; init; }

    /// <summary>Whether the sequence is the same when the simulator also gets which pods went.</summary>
    public bool IsAlikeWithRemovals { get; init; }

    /// <summary>The replica-seconds that the simulator has then.</summary>
    public double ReplicaSecondsWithRemovals { get; init; }

    /// <summary>How many of the draws have the same sequence of what nobody can be given, all else given: UIDs, and lots to 2 ms.</summary>
    public int AlikeDraws { get; init; }

    /// <summary>Whether only other pods that went make the difference.</summary>
    public bool PartsByRemovals => !IsAlike && IsAlikeWithRemovals;

    /// <summary>Whether a request more or less makes the difference, also where it is given which pods went.</summary>
    public bool PartsByARequest => FirstDifference?.Contains(FirstDifferentSync.OneRequest, StringComparison.Ordinal) ?? false;

    /// <summary>
    /// The first sync that decides otherwise, as a sentence: of the run that also got which pods went, where that parts, too.
    /// Null when the curves are alike.
    /// </summary>
    public string? FirstDifference { get; init; }

    /// <summary>Of runs without the recorded phases, the ends of the interval that holds 95 of 100, in whole replica-seconds.</summary>
    public (double Low, double High) Interval { get; init; }

    /// <summary>How far the simulated replica-seconds are off, as a share.</summary>
    public double Deviation => Share(SimulatedReplicaSeconds);

    /// <summary>How far those by the script alone are off, as a share.</summary>
    public double DeviationByScript => Share(ReplicaSecondsByScript);

    /// <summary>How far those are off that were given which pods went, too, as a share.</summary>
    public double DeviationWithRemovals => Share(ReplicaSecondsWithRemovals);

    /// <summary>How far the formula is off, as a share.</summary>
    public double FormulaDeviation => Share(FormulaReplicaSeconds);

    /// <summary>Whether the recorded replica-seconds are in the interval.</summary>
    public bool IsInInterval => Interval.Low <= RecordedReplicaSeconds && RecordedReplicaSeconds <= Interval.High;

    private double Share(double replicaSeconds) => RecordedReplicaSeconds == 0
        ? (replicaSeconds == 0 ? 0 : 1)
        : Math.Abs(replicaSeconds - RecordedReplicaSeconds) / RecordedReplicaSeconds;
}
