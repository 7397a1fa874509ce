using System.Globalization;
using KedaStack.Reports.Writing;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Tuning;

namespace KedaStack.Reports.Tune;

/// <summary>The Pareto front for people: points that differ, with today's settings and the recommended ones among them.</summary>
internal static class FrontTable
{
    private const int MostPoints = 10;
    private const string Today = "today";
    private const string Recommended = "recommended";

    /// <summary>The heading: how large the front is.</summary>
    public static string Title(TuningResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"Pareto front, without points that hardly differ from one here (--json has all {result.Front.Count})");

    /// <summary>Writes the table.</summary>
    /// <param name="page">Gets it.</param>
    /// <param name="result">The result.</param>
    /// <param name="prices">The prices; null for none, and no column of them.</param>
    public static void Write(TextPage page, TuningResult result, SimulationPrices? prices)
    {
        var points = Shown(result)
            .Where(point => !IsSame(point, result.Today) && !IsSame(point, result.Recommended))
            .Append(result.Recommended);
        points = result.Recommended.Changes.Count == 0 ? points : points.Append(result.Today);
        var rows = points
            .OrderBy(point => point.Total.UnmetRequests).ThenBy(point => point.Total.ReplicaHours)
            .Select(point => (string[])
            [
                Mark(point, result),
                ShownFigures.Unmet(point.Total),
                ShownFigures.Hours(point.Total.ReplicaHours),
                .. Cost(point, prices),
                ShownFigures.Flaps(point.Total.Flaps),
                Settings(point),
            ]);
        page.Table([["", "Unmet requests", "Replica-hours", .. prices is null ? (string[])[] : ["Cost"], "Flaps", "Changes"], .. rows], hasHeader: true, figures: 1..^1);
    }

    private static string[] Cost(TuningPoint point, SimulationPrices? prices) =>
        prices is null ? [] : [ShownFigures.Hours(prices.Cost(point.Total.ReplicaHours, point.Total.NodeHours))];

    private static List<TuningPoint> Shown(TuningResult result)
    {
        var summary = FrontSummary.Of(result.Front, result.Recommended);
        return summary.Count <= MostPoints
            ? [.. summary]
            : [.. Enumerable.Range(0, MostPoints).Select(i => summary[i * (summary.Count - 1) / (MostPoints - 1)])];
    }

    private static string Mark(TuningPoint point, TuningResult result) =>
        point.Changes.Count == 0 ? point == result.Recommended ? $"{Today}, {Recommended}" : Today
        : point == result.Recommended ? Recommended
        : "";

    private static string Settings(TuningPoint point) =>
        point.Changes.Count == 0 ? "none" : string.Join("; ", point.Changes.Select(change => $"{change.Name} {change.Value}"));

    private static bool IsSame(TuningPoint one, TuningPoint other) => one.Changes.SequenceEqual(other.Changes);
}
