using System.Diagnostics.CodeAnalysis;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>
/// What a recording holds. Each row is a time and the load in requests per second from then until the next row; the time of
/// the first row is the beginning of the run, and the last row lasts as long as the one before it, gaps aside.
/// </summary>
public sealed record TrafficRecording
{
    /// <summary>The load; rounded to thousandths of a request per second.</summary>
    /// <value>Null: there is an error.</value>
    public Traffic? Traffic { get; init; }

    /// <summary>How long it is.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The time of the first row.</summary>
    /// <value>Null: the times count from a beginning that nobody knows.</value>
    public DateTimeOffset? Start { get; init; }

    /// <summary>How many rows were read.</summary>
    public long Rows { get; init; }

    /// <summary>
    /// The length of the stretches that have their mean load only, so that the number of requests stays the same: a long
    /// recording is thinned to <see cref="StepThinner.MostSteps"/> steps.
    /// </summary>
    /// <value>Null: every row is kept.</value>
    public TimeSpan? ThinnedTo { get; init; }

    /// <summary>How many gaps were filled, by <see cref="GapRule.Hold"/> or <see cref="GapRule.Zero"/>.</summary>
    public long FilledGaps { get; init; }

    /// <summary>How it was read, where that had to be found out, and what it may be instead, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The first error.</summary>
    /// <value>Null: there is a load.</value>
    public RecordingError? Error { get; init; }

    /// <summary>Whether there is a load.</summary>
    [MemberNotNullWhen(true, nameof(Traffic))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Traffic is not null;
}
