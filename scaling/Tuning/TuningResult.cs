using KedaStack.Scaling.Tuning.Choice;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Scaling.Tuning;

/// <summary>What a search found. All figures are means of the same runs.</summary>
public sealed record TuningResult
{
    /// <summary>Today's settings.</summary>
    public required TuningPoint Today { get; init; }

    /// <summary>The settings that no other confirmed ones dominate, with the fewest unmet requests first.</summary>
    public required IReadOnlyList<TuningPoint> Front { get; init; }

    /// <summary>The recommended settings: within 1 % of the replica-hours of a point of the front, with fewer changes; today's where nothing is better, unless they are outside of a range that was asked for.</summary>
    public required TuningPoint Recommended { get; init; }

    /// <summary>How long the first value of each load lasts in its runs before anything is counted; 0 for runs that begin cold.</summary>
    public required IReadOnlyList<TimeSpan> LeadIns { get; init; }

    /// <summary>The bounds of each load.</summary>
    public required IReadOnlyList<TuningBounds> Bounds { get; init; }

    /// <summary>Whether the recommended settings stay within the bounds for each load.</summary>
    public required bool IsAllowed { get; init; }

    /// <summary>The recommended changes, each with what would be without it.</summary>
    public required IReadOnlyList<KnobEffect> Effects { get; init; }

    /// <summary>The settings that were searched.</summary>
    public required IReadOnlyList<Knob> Knobs { get; init; }

    /// <summary>What was not tried, and why.</summary>
    public required IReadOnlyList<SkippedKnob> Skipped { get; init; }

    /// <summary>How many different settings were tried.</summary>
    public required int Candidates { get; init; }

    /// <summary>Why the search ended.</summary>
    public required TuningEnd End { get; init; }
}
