using System.Text.RegularExpressions;
using KedaStack.Local;
using KedaStack.Local.Watching;
using KedaStack.Reports.Local;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Shared.Browser;

namespace KedaStack.Tests.Reports.Local;

/// <summary>The page that is left of a run.</summary>
[Collection(BrowserTestGroup.Name)]
public sealed class RunReportTests(BrowserFixture browser)
{
    private static readonly LocalRunResult _result = ScriptedRun.Ended();

    [Fact]
    public void Report_Always_AsksNobodyForAnything()
    {
        var page = RunReport.Write(_result);

        Assert.All(Regex.Matches(page, "https?://[^\"<]*"), match => Assert.Equal("http://www.w3.org/2000/svg", match.Value));
        Assert.Empty(Regex.Matches(page, @"\s(src|href|action|style|on\w+)="));
    }

    [Fact]
    public void Report_Always_HasEveryDecisionOfBoth()
    {
        var page = RunReport.Write(_result);

        Assert.All(_result.Decisions, decision => Assert.Contains(
            $"<td>{decision.Decision.From} \u2192 {decision.Decision.To}</td>", page, StringComparison.Ordinal));
        Assert.Equal(
            _result.Decisions.Count + _result.Comparison.Prediction.Decisions.Count, Regex.Count(page, "<td>\\d+ \u2192 \\d+</td>"));
    }

    [Fact]
    public void Report_Always_SaysWhatRunSummarySays()
    {
        var (page, summary) = (RunReport.Write(_result), RunSummary.Of(_result));

        Assert.All(summary.Differences.Concat(summary.Requests), sentence => Assert.Contains(HtmlOf(sentence), page, StringComparison.Ordinal));
        Assert.All(summary.Figures, row => Assert.Contains(
            $"<th scope=\"row\">{row.Name}</th><td>{row.Run}</td><td>{row.Predicted}</td>", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Report_HostileTexts_StayText()
    {
        var hostile = "</script><img src=x>";

        var page = RunReport.Write(_result with
        {
            Plan = _result.Plan with { TrafficName = hostile },
            Events = [new LocalEvent(1, TimeSpan.Zero, true, hostile, hostile, hostile)],
        });

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "</script>"));
    }

    [Fact]
    public void Report_Warnings_AreWhatWentWrong()
    {
        var wrong = Regex.Match(RunReport.Write(_result), "<h2>What went wrong</h2>(.*?)<h2>", RegexOptions.Singleline).Value;

        Assert.Contains("Unhealthy: The readiness probe failed", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("SuccessfulRescale", wrong, StringComparison.Ordinal);
    }

    [ChromiumTheory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Report_OpenedFromDisk_ShowsValuesAtATime(int width)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("report.html");
        await File.WriteAllTextAsync(file, RunReport.Write(_result));
        await using var tab = await browser.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 844 }, Offline = true });

        await tab.GoToAsync(new Uri(file));
        await tab.Page.Locator("#time").FocusAsync();
        await tab.Page.Keyboard.PressAsync("End");

        var words = await tab.Page.Locator("#values").TextContentAsync();
        Assert.Contains("run: load 0 req/s", words, StringComparison.Ordinal);
        Assert.Contains("predicted: load 0 req/s", words, StringComparison.Ordinal);
        Assert.Equal(width, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(tab.Complaints);
        Assert.Equal(new Uri(file), Assert.Single(tab.Requests));
        Assert.Empty(await tab.Page.EvaluateAsync<string[]>(TextContrast.TooLow));
    }

    private static string HtmlOf(string text) => System.Net.WebUtility.HtmlEncode(text);
}
