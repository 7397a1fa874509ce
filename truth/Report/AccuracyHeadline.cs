using System.Text.Json;
using KedaStack.Truth.ClosedLoops;

namespace KedaStack.Truth.Report;

/// <summary>The numbers that the accuracy is told with.</summary>
public sealed record AccuracyHeadline
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, NewLine = "\n", IndentSize = 2 };

    /// <summary>The recorded loops.</summary>
    public required int Loops { get; init; }

    /// <summary>The queries that were answered with a vector.</summary>
    public required int Queries { get; init; }

    /// <summary>Those that are computed to 1e-9.</summary>
    public required int QueriesAlike { get; init; }

    /// <summary>The HPA's syncs.</summary>
    public required int Syncs { get; init; }

    /// <summary>Those that are decided alike.</summary>
    public required int SyncsAlike { get; init; }

    /// <summary>The checks of KEDA's polling loop.</summary>
    public required int Checks { get; init; }

    /// <summary>Those that do the same, and ask the same.</summary>
    public required int ChecksAlike { get; init; }

    /// <summary>The changes of the replicas by KEDA.</summary>
    public required int KedaChanges { get; init; }

    /// <summary>The loops that were simulated.</summary>
    public required int SimulatedLoops { get; init; }

    /// <summary>Those with the same sequence of counts, each step within one sync.</summary>
    public required int SimulatedLoopsAlike { get; init; }

    /// <summary>The syncs of these loops that failed, recorded or simulated.</summary>
    public required int FailedSyncs { get; init; }

    /// <summary>Those that failed in both.</summary>
    public required int FailedSyncsAlike { get; init; }

    /// <summary>How far the replica-seconds are off on average, in percent, to two digits.</summary>
    public required decimal DeviationPercent { get; init; }

    /// <summary>Those with the same sequence by the script of the load alone.</summary>
    public required int SimulatedLoopsAlikeByScript { get; init; }

    /// <summary>How far the replica-seconds are off then, in percent, to two digits.</summary>
    public required decimal DeviationByScriptPercent { get; init; }

    /// <summary>Those with the same sequence when it is also given which pods went.</summary>
    public required int SimulatedLoopsAlikeWithRemovals { get; init; }

    /// <summary>How far the replica-seconds are off then, in percent, to two digits.</summary>
    public required decimal DeviationWithRemovalsPercent { get; init; }

    /// <summary>The loops whose sequence comes up in one of the draws at least.</summary>
    public required int SimulatedLoopsReached { get; init; }

    /// <summary>How many loops are alike in one draw on average, to one digit.</summary>
    public required decimal SimulatedLoopsAlikePerDraw { get; init; }

    /// <summary>How far the formula is off on average, in percent, to two digits.</summary>
    public required decimal FormulaDeviationPercent { get; init; }

    /// <summary>The simulated loops whose recorded replica-seconds are in the interval of the runs without phases.</summary>
    public required int LoopsInInterval { get; init; }

    /// <summary>The headline of some loops.</summary>
    /// <param name="loops">The loops.</param>
    public static AccuracyHeadline Of(IReadOnlyList<LoopResult> loops)
    {
        var simulated = loops.Where(loop => loop.ClosedLoop.NotModelled is null).Select(loop => loop.ClosedLoop).ToArray();
        return new AccuracyHeadline
        {
            Loops = loops.Count,
            Queries = loops.Sum(loop => loop.Rates.Queries),
            QueriesAlike = loops.Sum(loop => loop.Rates.Queries - loop.Rates.Different.Count),
            Syncs = loops.Sum(loop => loop.Decisions.Syncs),
            SyncsAlike = loops.Sum(loop => loop.Decisions.Syncs - Distinct(loop.Decisions.Different.Select(at => at.AtMilliseconds))),
            Checks = loops.Sum(loop => loop.Checks.Checks),
            ChecksAlike = loops.Sum(loop => loop.Checks.Checks - Distinct(loop.Checks.Different.Select(at => at.AtMilliseconds))),
            KedaChanges = loops.Sum(loop => loop.Checks.Changes),
            SimulatedLoops = simulated.Length,
            SimulatedLoopsAlike = simulated.Count(loop => loop.IsAlike),
            FailedSyncs = simulated.Sum(loop => loop.FailedSyncs.Count),
            FailedSyncsAlike = simulated.Sum(loop => loop.FailedSyncs.Alike),
            DeviationPercent = Average(simulated.Select(loop => loop.Deviation)),
            SimulatedLoopsAlikeByScript = simulated.Count(loop => loop.IsAlikeByScript),
            DeviationByScriptPercent = Average(simulated.Select(loop => loop.DeviationByScript)),
            SimulatedLoopsAlikeWithRemovals = simulated.Count(loop => loop.IsAlikeWithRemovals),
            DeviationWithRemovalsPercent = Average(simulated.Select(loop => loop.DeviationWithRemovals)),
            SimulatedLoopsReached = simulated.Count(loop => loop.AlikeDraws > 0),
            SimulatedLoopsAlikePerDraw = Math.Round((decimal)simulated.Sum(loop => loop.AlikeDraws) / ClosedLoopLevel.Draws, 1),
            FormulaDeviationPercent = Average(simulated.Select(loop => loop.FormulaDeviation)),
            LoopsInInterval = simulated.Count(loop => loop.IsInInterval),
        };
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <remarks>Property by property: every simulation does it, and a serializer takes a tenth of a short command's time to start.</remarks>
    public static AccuracyHeadline FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new AccuracyHeadline
        {
            Loops = Whole(nameof(Loops)),
            Queries = Whole(nameof(Queries)),
            QueriesAlike = Whole(nameof(QueriesAlike)),
            Syncs = Whole(nameof(Syncs)),
            SyncsAlike = Whole(nameof(SyncsAlike)),
            Checks = Whole(nameof(Checks)),
            ChecksAlike = Whole(nameof(ChecksAlike)),
            KedaChanges = Whole(nameof(KedaChanges)),
            SimulatedLoops = Whole(nameof(SimulatedLoops)),
            SimulatedLoopsAlike = Whole(nameof(SimulatedLoopsAlike)),
            FailedSyncs = Whole(nameof(FailedSyncs)),
            FailedSyncsAlike = Whole(nameof(FailedSyncsAlike)),
            DeviationPercent = Decimal(nameof(DeviationPercent)),
            SimulatedLoopsAlikeByScript = Whole(nameof(SimulatedLoopsAlikeByScript)),
            DeviationByScriptPercent = Decimal(nameof(DeviationByScriptPercent)),
            SimulatedLoopsAlikeWithRemovals = Whole(nameof(SimulatedLoopsAlikeWithRemovals)),
            DeviationWithRemovalsPercent = Decimal(nameof(DeviationWithRemovalsPercent)),
            SimulatedLoopsReached = Whole(nameof(SimulatedLoopsReached)),
            SimulatedLoopsAlikePerDraw = Decimal(nameof(SimulatedLoopsAlikePerDraw)),
            FormulaDeviationPercent = Decimal(nameof(FormulaDeviationPercent)),
            LoopsInInterval = Whole(nameof(LoopsInInterval)),
        };

        int Whole(string name) => root.GetProperty(name).GetInt32();
        decimal Decimal(string name) => root.GetProperty(name).GetDecimal();
    }

    /// <summary>The numbers as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, _json) + "\n";

    private static int Distinct(IEnumerable<long> times) => times.Distinct().Count();

    private static decimal Average(IEnumerable<double> shares) => Math.Round((decimal)(100 * shares.DefaultIfEmpty(0).Average()), 2);
}
