using System.Globalization;
using KedaStack.Local;
using KedaStack.Local.Watching;
using KedaStack.Reports.Simulate;
using KedaStack.Reports.Simulate.Page;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Reports.Local;

/// <summary>A run beside its prediction as one page that works from disk, on a phone, in the dark and on paper.</summary>
internal static class RunReport
{
    private const int MostRows = 500;

    /// <summary>The page; lines end with LF.</summary>
    public static string Write(LocalRunResult result)
    {
        var title = $"A local run of the traffic {result.Plan.TrafficName}, beside its prediction";
        var summary = RunSummary.Of(result);
        var page = new HtmlPage().Raw("<main>").Add("h1", title).Add("p class=\"quiet\"", ResultText.Heading(result));
        page.Add("p class=\"quiet\"", result.Plan.SpeedText);
        Sentences(page, summary.Differences.Concat(summary.Requests.Take(1)));
        Picture(page, result);
        page.Add("h2", "Figures");
        page.Table(
            "Figures", ["", "Run", "Predicted"], summary.Figures.Select(row => (IReadOnlyList<string>)[row.Name, row.Run, row.Predicted]), isNumeric: true);
        page.Add("h2", "Where the requests went");
        Sentences(page, summary.Requests);
        page.Table("Requests", ["", "Requests"], Requests(result.Requests), isNumeric: true);
        page.Add("h2", "Decisions");
        Decisions(page, "Decisions of the run", [.. result.Decisions.Select(decision => decision.Decision)]);
        page.Add("h3", "As predicted");
        Decisions(page, "Predicted decisions", result.Comparison.Prediction.Decisions);
        page.Add("h2", "What went wrong");
        Events(page, "Warnings", [.. result.Events.Where(happened => happened.IsWarning)], "Nothing did.");
        page.Add("h2", "Events");
        Events(page, "Events", result.Events, "There were none.");
        page.Add("h2", "Settings");
        page.Add("p", result.Plan.Query);
        page.Table(
            "Settings", ["", "Value"],
            ScalingValues.Of(result.Plan.Settings).Where(setting => setting.Value.Length > 0).Select(setting => (IReadOnlyList<string>)[setting.Key, setting.Value]));
        var data = ReportData.Write(
            result.Duration, [(ComparisonPicture.Run, RunTimeline.Of(result)), (ComparisonPicture.Predicted, result.Comparison.Prediction.Points)]);
        page.Raw("</main>").Raw($"<script type=\"application/json\" id=\"data\">{data}</script>");
        return page.Finish(title, ReportStyle.Css, ReportScript.JavaScript);
    }

    private static void Sentences(HtmlPage page, IEnumerable<string> sentences)
    {
        page.Raw("<ul>");
        foreach (var sentence in sentences)
        {
            page.Add("li", sentence);
        }

        page.Raw("</ul>");
    }

    private static void Picture(HtmlPage page, LocalRunResult result) => ReportPage.Picture(page, ComparisonPicture.Of(result));

    private static IEnumerable<IReadOnlyList<string>> Requests(RequestAccount account)
    {
        yield return ["Sent by the load generators", Count(account.Sent)];
        yield return ["Answered", Count(account.Answered)];
        foreach (var (kind, count) in account.Failed.OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            yield return [$"Failed: {kind}", Count(count)];
        }

        yield return ["Due but not sent", Count(account.Dropped)];
        yield return ["Served, as the replicas say", Count(account.Served)];
        yield return ["Held by Prometheus", account.Scraped is { } scraped ? Count(scraped) : Shown.Nothing];
        yield return ["Served after the last scrape", Count(account.Unscraped)];
        yield return ["Probes, which are not counted", Count(account.Probes)];
    }

    private static void Decisions(HtmlPage page, string caption, IReadOnlyList<ScalingDecision> decisions)
    {
        if (decisions.Count == 0)
        {
            page.Add("p", "The replicas never change.");
            return;
        }

        ReportPage.Decisions(page, caption, decisions.Take(MostRows));
        More(page, decisions.Count);
    }

    private static void Events(HtmlPage page, string caption, IReadOnlyList<LocalEvent> events, string none)
    {
        if (events.Count == 0)
        {
            page.Add("p", none);
            return;
        }

        page.Raw("<div class=\"decisions\">").Table(
            caption,
            ["Time", "About", "What happened"],
            events.Take(MostRows).Select(happened => (IReadOnlyList<string>)
                [Shown.Time((long)happened.Time.TotalMilliseconds), happened.Subject, $"{happened.Reason}: {happened.Message}"])).Raw("</div>");
        More(page, events.Count);
    }

    private static void More(HtmlPage page, int count)
    {
        if (count > MostRows)
        {
            page.Add("p", string.Create(CultureInfo.InvariantCulture, $"... and {count - MostRows} more."));
        }
    }

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
