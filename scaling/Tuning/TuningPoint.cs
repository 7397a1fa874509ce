using KedaStack.Scaling.Tuning.Evaluation;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Scaling.Tuning;

/// <summary>Settings with their figures, confirmed by several runs.</summary>
public sealed record TuningPoint
{
    /// <summary>The settings.</summary>
    public required ScalingSettings Settings { get; init; }

    /// <summary>What differs from today's settings: names and values, as people read them.</summary>
    public required IReadOnlyList<SettingValue> Changes { get; init; }

    /// <summary>The figures of all loads together.</summary>
    public required TuningFigures Total { get; init; }

    /// <summary>The figures of each load.</summary>
    public required IReadOnlyList<TuningFigures> Traffics { get; init; }
}
