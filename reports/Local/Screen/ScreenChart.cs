using System.Globalization;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Reports.Charts;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Simulation.Recording.Timeline;

namespace KedaStack.Reports.Local.Screen;

/// <summary>The history of a run, with the prediction for what is still to come.</summary>
internal static class ScreenChart
{
    private const int AxisRows = 2;
    private const int TitleRows = 1;
    private const int LeastRows = 2;
    private const int MostRows = 6;
    private const double Milli = 1000;

    private static readonly TimeSpan _shortestAxis = TimeSpan.FromMinutes(5);

    /// <summary>The chart in at most so many rows; nothing where there is no room for it.</summary>
    public static IReadOnlyList<ScreenLine> Lines(
        LocalRunPlan plan, LocalSnapshot snapshot, IReadOnlyList<LocalPoint> history, ChartGlyphs glyphs, ScreenSize room)
    {
        var strips = Math.Min(3, (room.Rows - AxisRows) / (TitleRows + LeastRows));
        if (strips < 1)
        {
            return [];
        }

        var rows = Math.Min(MostRows, ((room.Rows - AxisRows) / strips) - TitleRows);
        var axis = Axis(plan, snapshot.Time);
        var page = new TextPage(room.Columns);
        var chart = new TerminalChart(page, room.Columns, glyphs, axis);
        var columns = new Columns(plan, snapshot, history, axis, chart.Columns);
        // The most important ones are left when there is little room.
        (ChartStrip Strip, ScreenStyle Style)[] all =
        [
            (columns.Load(rows), ScreenStyle.Load), (columns.Value(rows), ScreenStyle.Plain), (columns.Replicas(rows), ScreenStyle.Replicas),
        ];
        var styles = new List<ScreenStyle>();
        foreach (var (strip, style) in all.Where((_, place) => strips == 3 || place == 2 || (strips == 2 && place == 0)))
        {
            chart.Add(strip with { Title = ScreenFacts.Cut(strip.Title, room.Columns) });
            styles.AddRange(Enumerable.Repeat(style, rows).Prepend(ScreenStyle.Plain));
        }

        chart.Finish();
        return [.. page.ToString().TrimEnd('\n').Split('\n').Select((line, place) =>
            new ScreenLine(ScreenFacts.Cut(line, room.Columns), place < styles.Count ? styles[place] : ScreenStyle.Plain))];
    }

    // Grows in large steps when nobody knows the end.
    private static TimeSpan Axis(LocalRunPlan plan, TimeSpan now)
    {
        var least = plan.Duration ?? _shortestAxis;
        return now <= least ? least : _shortestAxis * Math.Ceiling(now / _shortestAxis);
    }

    private sealed record Columns(LocalRunPlan Plan, LocalSnapshot Snapshot, IReadOnlyList<LocalPoint> History, TimeSpan Axis, int Count)
    {
        public ChartStrip Load(int rows) => Strip(
            $"Load in req/s{(Plan.Prediction is null ? "" : "; line: as planned")}",
            rows,
            Past(point => point.OfferedMilli / Milli),
            Coming(point => point.OfferedMilli / Milli),
            least: 1);

        public ChartStrip Value(int rows) => Strip(
            $"Value per replica in req/s; line: target {Shown.Number(Snapshot.TargetMilli / 1000m)}",
            rows,
            Past(point => point.PerReplicaMilli / Milli),
            [.. Enumerable.Repeat<double?>(Snapshot.TargetMilli / Milli, Count)],
            least: Snapshot.TargetMilli / Milli);

        public ChartStrip Replicas(int rows)
        {
            var desired = Past(point => point.SpecReplicas);
            var predicted = Coming(point => point.SpecReplicas);
            return Strip(
                $"Replicas ready; line: desired{(Plan.Prediction is null ? "" : ", then predicted")}",
                rows,
                Past(point => point.ReadyReplicas),
                [.. desired.Zip(predicted, (past, coming) => past ?? coming)],
                least: 1);
        }

        private static ChartStrip Strip(string title, int rows, double?[] fill, double?[] line, double least)
        {
            var top = fill.Concat(line).Append(least).Max() ?? least;
            return new ChartStrip
            {
                Title = title,
                Fill = fill,
                Line = line,
                Top = top,
                Rows = rows,
                TopLabel = top.ToString(top < 10 ? "0.#" : "0", CultureInfo.InvariantCulture),
            };
        }

        private double?[] Past(Func<LocalPoint, double?> value) =>
            HistoryColumns.Of(History, point => point.Time, value, TimeSpan.Zero, Snapshot.Time, Axis, Count);

        private double?[] Coming(Func<TimelinePoint, double?> value) => HistoryColumns.Of(
            Plan.Prediction?.Points ?? [], point => TimeSpan.FromMilliseconds(point.AtMilliseconds), value, Snapshot.Time, Axis, Axis, Count);
    }
}
