using System.Globalization;
using System.Text;
using KedaStack.Reports.Explain;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Reports.Simulate;

/// <summary>A simulation for people.</summary>
internal static class SimulationText
{
    private const int ReadableColumns = 100;
    private const int MostDecisions = 100;

    /// <summary>The text.</summary>
    /// <param name="report">The simulation.</param>
    /// <param name="widthColumns">The width of the terminal; more than is readable counts as what is.</param>
    /// <param name="encoding">The encoding of the output.</param>
    public static string Write(SimulationReport report, int widthColumns, Encoding encoding)
    {
        var width = Math.Min(widthColumns, ReadableColumns);
        var page = new TextPage(width);
        page.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Kind} {report.Stack}, traffic {report.Traffic.Source}, {PrometheusDuration.Format(report.Traffic.Duration)}, seed {report.Traffic.Seed}"));
        foreach (var run in report.Runs)
        {
            page.Item(Heading(report, run));
        }

        page.Line("");
        SimulationChart.Write(page, report, width, encoding);
        foreach (var run in report.Runs)
        {
            page.Heading(report.Runs.Count > 1 ? $"Decisions of {run.Label}" : "Decisions");
            Decisions(page, run.Result);
        }

        page.Heading("Figures");
        page.Table([.. Figures(report)], hasHeader: report.Runs.Count > 1);
        page.Line("");
        foreach (var note in report.Notes)
        {
            page.Line(note);
        }

        return page.ToString();
    }

    /// <summary>A run's settings that decide, in a line, with its name where there are several.</summary>
    public static string Heading(SimulationReport report, SimulatedRun run)
    {
        var settings = SettingsLine.Of(run.Scenario.Settings.ToScaledObject("simulated", "simulated", "query", ""));
        return report.Runs.Count == 1 ? settings
            : run.Label == run.Name ? $"{run.Name}: {settings}"
            : $"{run.Label}, {run.Name}: {settings}";
    }

    private static void Decisions(TextPage page, SimulationResult result)
    {
        if (result.Decisions.Count == 0)
        {
            page.Item("The replicas never change.");
        }

        var rows = result.Decisions.Take(MostDecisions).Select(decision => (string[])
        [
            Shown.Time(decision.AtMilliseconds),
            string.Create(CultureInfo.InvariantCulture, $"{decision.From} -> {decision.To}"),
            decision.MetricMilli is { } milli ? Shown.Rate(milli) : "",
            DecisionText.Explain(decision),
        ]);
        page.Table([.. rows]);
        if (result.Kpis.Decisions > MostDecisions)
        {
            page.Item(string.Create(CultureInfo.InvariantCulture, $"... and {result.Kpis.Decisions - MostDecisions} more; --json has them."));
        }
    }

    private static IEnumerable<string[]> Figures(SimulationReport report)
    {
        if (report.Runs.Count > 1)
        {
            yield return ["", .. report.Runs.Select(run => run.Label)];
        }

        foreach (var row in Kpi.Rows([.. report.Runs.Select(run => run.Result.Kpis)]))
        {
            yield return row;
        }
    }
}
