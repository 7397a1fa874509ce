using System.Globalization;
using System.Text;
using KedaStack.Reports.Charts;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Simulate;

/// <summary>The chart of a simulation in a terminal.</summary>
internal static class SimulationChart
{
    /// <summary>
    /// The chart: load, value per replica, replicas and what limited them; of several runs, their replicas with those of the
    /// first as a line.
    /// </summary>
    /// <param name="page">Gets it.</param>
    /// <param name="report">The simulation.</param>
    /// <param name="widthColumns">The width of the page.</param>
    /// <param name="encoding">The encoding of the output.</param>
    public static void Write(TextPage page, SimulationReport report, int widthColumns, Encoding encoding)
    {
        var chart = new TerminalChart(page, widthColumns, ChartGlyphs.For(encoding), report.Traffic.Duration);
        var runs = report.Runs.Select(run =>
            (Run: run, Columns: new RunColumns(report.Traffic.Traffic, run.Result, report.Traffic.Duration, chart.Columns))).ToList();
        chart.Add(Strip("Load in req/s", runs[0].Columns.Load));
        var mostReplicas = runs.Max(run => Highest(run.Columns.Desired, run.Columns.Ready));
        var letters = new HashSet<char>();
        foreach (var (run, columns) in runs)
        {
            var isOnly = runs.Count == 1;
            chart.Add(Strip(
                $"Query value per replica{(isOnly ? "" : $" of {run.Label}")}, threshold {Shown.Number(run.Scenario.Settings.Threshold)}", columns.PerReplica));
            chart.Add(new ChartStrip
            {
                Title = isOnly ? "Replicas: Ready, and a line where more are desired"
                    : run == report.Base ? $"Replicas of {run.Label}"
                    : $"Replicas of {run.Label}, and a line where {report.Base.Label} has more",
                Fill = isOnly ? columns.Ready : columns.Desired,
                Line = isOnly ? columns.Desired : runs[0].Columns.Desired,
                Top = mostReplicas,
                TopLabel = Label(mostReplicas),
            });
            chart.Add("limit", columns.Letters);
            letters.UnionWith(columns.Letters);
        }

        var legend = LimitKind.Legend(letters);
        chart.Finish();
        if (legend.Length > 0)
        {
            page.Line(legend);
        }
    }

    private static ChartStrip Strip(string title, double?[] values)
    {
        var top = Highest(values);
        return new ChartStrip { Title = title, Fill = values, Top = top, TopLabel = Label(top) };
    }

    private static double Highest(params IEnumerable<double?[]> columns) =>
        columns.SelectMany(column => column).Max() is > 0 and var highest ? highest : 1;

    private static string Label(double value) => value.ToString(value < 10 ? "0.##" : "0", CultureInfo.InvariantCulture);
}
