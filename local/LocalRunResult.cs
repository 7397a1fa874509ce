using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;

namespace KedaStack.Local;

/// <summary>What came of a run.</summary>
public sealed record LocalRunResult
{
    /// <summary>What was asked for.</summary>
    public required LocalRunPlan Plan { get; init; }

    /// <summary>Why it ended.</summary>
    public required LocalRunEnd End { get; init; }

    /// <summary>How long the load ran, in the stack's time.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long the process was stopped, or the machine slept, by the clock on the wall: then nothing of the run passed.</summary>
    public TimeSpan StoodStill { get; init; }

    /// <summary>Where the metrics came from.</summary>
    public required LocalMetrics Metrics { get; init; }

    /// <summary>The changes of the desired replicas, in the order of time.</summary>
    public required IReadOnlyList<LocalDecision> Decisions { get; init; }

    /// <summary>What happened, in the order of time.</summary>
    public required IReadOnlyList<LocalEvent> Events { get; init; }

    /// <summary>The chart.</summary>
    public required IReadOnlyList<LocalPoint> History { get; init; }

    /// <summary>Where every request went.</summary>
    public required RequestAccount Requests { get; init; }

    /// <summary>The run beside what <c>simulate</c> says for the same settings and the load that was really offered.</summary>
    public required SimulationComparison Comparison { get; init; }
}

/// <summary>Why a run ended.</summary>
public enum LocalRunEnd
{
    /// <summary>Its duration was over.</summary>
    Finished,

    /// <summary>Somebody stopped it.</summary>
    Stopped,
}
