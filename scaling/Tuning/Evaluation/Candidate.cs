namespace KedaStack.Scaling.Tuning.Evaluation;

/// <summary>Settings that are tried, with what came of it.</summary>
/// <param name="settings">The settings.</param>
/// <param name="positions">Where they are in the search space; null for today's settings.</param>
/// <param name="changes">In how many settings they differ from today's.</param>
internal sealed class Candidate(ScalingSettings settings, int[]? positions, int changes)
{
    /// <summary>The settings.</summary>
    public ScalingSettings Settings => settings;

    /// <summary>Where they are in the search space; null for today's settings.</summary>
    public int[]? Positions => positions;

    /// <summary>In how many settings they differ from today's.</summary>
    public int Changes => changes;

    /// <summary>The figures of each load, in the order of the loads; empty before the run.</summary>
    public IReadOnlyList<TuningFigures> Traffics { get; private set; } = [];

    /// <summary>The figures of all loads together.</summary>
    public TuningFigures Total { get; private set; } = null!;

    /// <summary>What it is compared by.</summary>
    public Objectives Objectives { get; private set; }

    /// <summary>Takes the figures of a run.</summary>
    public void Take(IReadOnlyList<TuningFigures> traffics)
    {
        Traffics = traffics;
        Total = TuningFigures.Sum(traffics);
        Objectives = Total.Objectives;
    }
}
