using System.Globalization;
using KedaStack.Truth.ClosedLoops;

namespace KedaStack.Truth.Report;

/// <summary>A loop's row of the document.</summary>
public static class AccuracyRow
{
    /// <summary>The head of the table.</summary>
    public const string Head =
        "| Loop | Queries | Syncs | Checks | Same steps | by the script | with removals | drawn | Replica-seconds recorded | simulated | off by | by the script | with removals | the formula | 95 % of the seeds |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";

    /// <summary>The row.</summary>
    /// <param name="loop">The loop.</param>
    public static string Of(LoopResult loop)
    {
        var closed = loop.ClosedLoop;
        var decisions = Of(loop.Decisions.Syncs, loop.Decisions.Different.Select(at => at.AtMilliseconds));
        var checks = loop.Checks.NotModelled is null
            ? Of(loop.Checks.Checks, loop.Checks.Different.Select(at => at.AtMilliseconds))
            : "no KEDA";
        var simulated = closed.NotModelled is { } why
            ? $"not modelled: {why} | | | | | | | | | | |"
            : $"{Yes(closed.IsAlike)} | {Yes(closed.IsAlikeByScript)} | {Yes(closed.IsAlikeWithRemovals)} | {closed.AlikeDraws} of {ClosedLoopLevel.Draws} | {Number(closed.RecordedReplicaSeconds)} | {Number(closed.SimulatedReplicaSeconds)} | "
                + $"{Percent(closed.Deviation)} | {Percent(closed.DeviationByScript)} | {Percent(closed.DeviationWithRemovals)} | {Percent(closed.FormulaDeviation)} | "
                + $"{Number(closed.Interval.Low)} to {Number(closed.Interval.High)}{(closed.IsInInterval ? "" : ", outside")} |";
        return $"| {loop.Pair}/{loop.Name} | {Of(loop.Rates.Queries, loop.Rates.Different.Select(at => at.AtMilliseconds))} | {decisions} | {checks} | {simulated}";
    }

    internal static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    internal static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Yes(bool isAlike) => isAlike ? "yes" : "no";

    private static string Of(int all, IEnumerable<long> different)
    {
        var count = different.Distinct().Count();
        return count == 0 ? Number(all) : $"{Number(all - count)} of {Number(all)}";
    }
}
