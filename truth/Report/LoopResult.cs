using KedaStack.Truth.Checks;
using KedaStack.Truth.ClosedLoops;
using KedaStack.Truth.Decisions;
using KedaStack.Truth.Rates;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Report;

/// <summary>What the four levels found in a loop.</summary>
public sealed record LoopResult
{
    /// <summary>The folder of the versions.</summary>
    public required string Pair { get; init; }

    /// <summary>The scenario.</summary>
    public required string Name { get; init; }

    /// <summary>The first level.</summary>
    public required RateComparison Rates { get; init; }

    /// <summary>The second level.</summary>
    public required DecisionComparison Decisions { get; init; }

    /// <summary>The third level.</summary>
    public required CheckComparison Checks { get; init; }

    /// <summary>The fourth level.</summary>
    public required ClosedLoopComparison ClosedLoop { get; init; }

    /// <summary>The kind of load or hand: the name up to its number.</summary>
    public string Kind => Name.Split('-')[0];

    /// <summary>Compares a loop on all levels.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="seeds">The seeds of the runs without phases; 0 for none.</param>
    public static LoopResult Of(RecordedLoop loop, int seeds) => new()
    {
        Pair = loop.Pair,
        Name = loop.Name,
        Rates = RateLevel.Compare(loop),
        Decisions = DecisionLevel.Compare(loop),
        Checks = CheckLevel.Compare(loop),
        ClosedLoop = ClosedLoopLevel.Compare(loop, seeds),
    };
}
