using System.Globalization;
using KedaStack.Reports.Charts;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Reports.Simulate.Page;

/// <summary>A simulation as one page that works from disk, on a phone, in the dark and on paper.</summary>
internal static class ReportPage
{
    private const int MostDecisions = 500;
    private const string Unsaid = "(not set)";

    /// <summary>The page; lines end with LF.</summary>
    public static string Write(SimulationReport report)
    {
        var title = $"{report.Kind} {report.Stack} under the traffic {report.Traffic.Source}";
        var page = new HtmlPage().Raw("<main>").Add("h1", title).Add("p class=\"quiet\"", string.Create(
            CultureInfo.InvariantCulture,
            $"Simulated by kedastack: {PrometheusDuration.Format(report.Traffic.Duration)}, seed {report.Traffic.Seed}. Nothing here was measured on a cluster."));
        foreach (var run in report.Runs)
        {
            page.Add("p", SimulationText.Heading(report, run));
        }

        Picture(page, RunPicture.Of(report));
        page.Add("h2", "Figures");
        page.Table("Figures", ["", .. Names(report)], Kpi.Rows([.. report.Runs.Select(run => run.Result.Kpis)]), isNumeric: true);
        page.Add("h2", "Decisions");
        foreach (var run in report.Runs)
        {
            Decisions(page, run, report.Runs.Count > 1);
        }

        page.Add("h2", "Settings");
        page.Table("Settings", ["", .. Names(report)], Settings(report), marksChanges: true);
        page.Add("h2", "The world around");
        page.Table("The world around", ["", .. Names(report)], World(report), marksChanges: true);
        foreach (var note in report.Notes)
        {
            page.Add("p", note);
        }

        page.Raw("</main>").Raw($"<script type=\"application/json\" id=\"data\">{ReportData.Write(report)}</script>");
        return page.Finish(title, ReportStyle.Css, ReportScript.JavaScript);
    }

    private static IEnumerable<string> Names(SimulationReport report) => report.Runs.Select(run => run.Label);

    /// <summary>Adds a picture for desks, paper and phones, with the slider of <see cref="ReportScript"/>.</summary>
    public static void Picture(HtmlPage page, Chart chart)
    {
        page.Raw("<figure class=\"wide\">").Raw(SvgChart.Inline(chart, SvgSize.Wide, "wide")).Raw("</figure>");
        page.Raw("<figure class=\"narrow\">").Raw(SvgChart.Inline(chart, SvgSize.Narrow, "narrow")).Raw("</figure>");
        page.Raw("""
            <div class="reading" id="reading" hidden>
            <label>Time <input type="range" id="time" min="0" value="0"></label>
            <output id="values" for="time">Move the slider, or point at the chart, for the values at a time.</output>
            </div>
            """);
    }

    private static void Decisions(HtmlPage page, SimulatedRun run, bool isNamed)
    {
        if (isNamed)
        {
            page.Add("h3", run.Label);
        }

        if (run.Result.Decisions.Count == 0)
        {
            page.Add("p", "The replicas never change.");
            return;
        }

        Decisions(page, $"Decisions of {run.Name}", run.Result.Decisions.Take(MostDecisions));
        if (run.Result.Kpis.Decisions > MostDecisions)
        {
            page.Add("p", string.Create(CultureInfo.InvariantCulture, $"... and {run.Result.Kpis.Decisions - MostDecisions} more."));
        }
    }

    /// <summary>Adds a table of decisions.</summary>
    public static void Decisions(HtmlPage page, string caption, IEnumerable<ScalingDecision> decisions) =>
        page.Raw("<div class=\"decisions\">").Table(
            caption,
            ["Time", "Replicas", "Query", "Why"],
            decisions.Select(decision => (IReadOnlyList<string>)
            [
                Shown.Time(decision.AtMilliseconds),
                string.Create(CultureInfo.InvariantCulture, $"{decision.From} \u2192 {decision.To}"),
                decision.MetricMilli is { } milli ? Shown.Rate(milli) : "",
                DecisionText.Explain(decision),
            ])).Raw("</div>");

    private static IEnumerable<IReadOnlyList<string>> Settings(SimulationReport report)
    {
        var values = report.Runs.Select(run => ScalingValues.Of(run.Scenario.Settings)).ToList();
        return values[0].Select((setting, i) => (IReadOnlyList<string>)
            [setting.Key, .. values.Select(run => run[i].Value is { Length: > 0 } value ? value : Unsaid)]);
    }

    private static IEnumerable<IReadOnlyList<string>> World(SimulationReport report)
    {
        var values = report.Runs.Select(run => WorldValues.Of(run.Scenario).ToList()).ToList();
        return values[0].Select((value, i) => (IReadOnlyList<string>)[value.Name, .. values.Select(run => run[i].Value)]);
    }
}
