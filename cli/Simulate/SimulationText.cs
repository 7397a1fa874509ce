using System.Globalization;
using System.Text;
using KedaStack.Cli.Charts;
using KedaStack.Cli.Explain;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Cli.Simulate;

/// <summary>A simulation for people.</summary>
internal static class SimulationText
{
    private const int ReadableColumns = 100;

    /// <summary>The text.</summary>
    /// <param name="report">The simulation.</param>
    /// <param name="widthColumns">The width of the terminal; more than is readable counts as what is.</param>
    /// <param name="encoding">The encoding of the output.</param>
    public static string Write(SimulationReport report, int widthColumns, Encoding encoding)
    {
        var width = Math.Min(widthColumns, ReadableColumns);
        var page = new TextPage(width);
        var run = report.Base;
        page.Line($"Stack {report.Stack}, traffic {report.Traffic.Source}, {PrometheusDuration.Format(report.Traffic.Duration)}, seed {report.Traffic.Seed.ToString(CultureInfo.InvariantCulture)}");
        page.Item(SettingsLine.Of(ScaledObject.From(run.Scenario.Settings, "simulated", "simulated", "query", "")));
        page.Text("\n" + Chart(run, width, ChartGlyphs.For(encoding)));
        page.Heading("Decisions");
        Decisions(page, run.Result);
        page.Heading("Figures");
        page.Table([.. Kpi.All.Where(kpi => kpi.Of(run.Result.Kpis) is not null)
            .Select(kpi => (string[])[kpi.Title, Shown.Number(kpi.Of(run.Result.Kpis), kpi.Unit)])]);
        page.Line("");
        foreach (var assumption in report.World.Assumptions)
        {
            page.Line($"Assumed: {assumption}.");
        }

        foreach (var note in report.Traffic.Notes)
        {
            page.Line(note);
        }

        return page.ToString();
    }

    private static string Chart(SimulatedRun run, int width, ChartGlyphs glyphs)
    {
        var chart = new TerminalChart(width, glyphs, run.Scenario.Duration);
        var columns = new RunColumns(run.Scenario.Traffic, run.Result, run.Scenario.Duration, chart.Columns);
        var (load, value, replicas) = (
            RunColumns.Highest(columns.Load), RunColumns.Highest(columns.PerReplica), RunColumns.Highest(columns.Wanted, columns.Ready));
        chart.Add(new ChartStrip { Title = "Load in req/s", Fill = columns.Load, Top = load, TopLabel = Label(load) });
        chart.Add(new ChartStrip
        {
            Title = $"Query value per replica, threshold {Shown.Number(run.Scenario.Settings.Threshold)}",
            Fill = columns.PerReplica,
            Top = value,
            TopLabel = Label(value),
        });
        chart.Add(new ChartStrip
        {
            Title = "Replicas: Ready, and a line where more are wanted",
            Fill = columns.Ready,
            Line = columns.Wanted,
            Top = replicas,
            TopLabel = Label(replicas),
        });
        var legend = LimitLetters.Legend(columns.Letters);
        chart.Add("limit", columns.Letters);
        return chart.Finish() + (legend.Length == 0 ? "" : $"{legend}\n");
    }

    private static string Label(double value) => value.ToString(value < 10 ? "0.##" : "0", CultureInfo.InvariantCulture);

    private static void Decisions(TextPage page, SimulationResult result)
    {
        if (result.Decisions.Count == 0)
        {
            page.Item("The replicas never change.");
        }

        page.Table([.. result.Decisions.Select(decision => (string[])
        [
            Shown.Time(decision.AtMilliseconds),
            string.Create(CultureInfo.InvariantCulture, $"{decision.From} -> {decision.To}"),
            decision.MetricMilli is null ? "" : Shown.Quantity(decision.MetricMilli),
            DecisionText.Explain(decision),
        ])]);
        if (result.DroppedDecisions > 0)
        {
            page.Item(string.Create(CultureInfo.InvariantCulture, $"... and {result.DroppedDecisions} more."));
        }
    }
}
