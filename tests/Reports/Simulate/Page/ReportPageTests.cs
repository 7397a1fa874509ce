using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Simulate.Page;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Reports.Simulate.Page;

public sealed class ReportPageTests
{
    [Fact]
    public async Task Report_Always_AsksNobodyForAnything()
    {
        var page = await PageAsync();

        Assert.All(Regex.Matches(page, "https?://[^\"<]*"), match => Assert.Equal("http://www.w3.org/2000/svg", match.Value));
        Assert.Empty(Regex.Matches(page, @"\s(src|href|action|style|on\w+)="));
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("style")]
    [InlineData("script")]
    public async Task Report_Policy_HasTheHashOfTheOnlyOne(string element)
    {
        var page = await PageAsync();
        var content = Assert.Single(Regex.Matches(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline)).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

        Assert.Contains($"default-src 'none'; ", page, StringComparison.Ordinal);
        Assert.Contains($"{element}-src 'sha256-{hash}';", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_Data_IsWhatTheSimulationFound()
    {
        string[] arguments = ["--compare", "threshold=20"];
        var data = Data(await PageAsync(arguments));
        var json = JsonNode.Parse((await CommandRun.OfAsync(["simulate", "--json", .. arguments])).Output)!;

        Assert.Equal(["dev", "threshold=20"], data["runs"]!.AsArray().Select(run => run!["name"]!.GetValue<string>()));
        for (var run = 0; run < 2; run++)
        {
            var points = json["runs"]![run]!["points"]!.AsArray();
            foreach (var (field, pointField) in new[] { ("at", "atSeconds"), ("load", "load"), ("value", "perReplica"), ("desired", "desired"), ("ready", "ready") })
            {
                Assert.Equal(
                    points.Select(point => point![pointField]?.GetValue<decimal>()),
                    data["runs"]![run]![field]!.AsArray().Select(value => value?.GetValue<decimal>()));
            }
        }
    }

    [Fact]
    public async Task Report_Always_ShowsEveryDecisionFigureAndSetting()
    {
        var page = await PageAsync("--compare", "threshold=20");
        var json = JsonNode.Parse((await CommandRun.OfAsync("simulate", "--json")).Output)!;

        Assert.All(
            json["runs"]![0]!["decisions"]!.AsArray(),
            decision => Assert.Contains($"<td>{decision!["reason"]!.GetValue<string>()}</td>", page, StringComparison.Ordinal));
        foreach (var part in (string[])[
            "<th scope=\"row\">Time to target</th>", "<tr><th scope=\"row\">threshold</th><td>10</td><td><mark>20</mark></td></tr>",
            "<tr><th scope=\"row\">window</th><td>2m</td><td>2m</td></tr>", "<p>Assumed: a pod serves at most 30 req/s"])
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Report_HostileNames_StayText()
    {
        using var directory = new TemporaryDirectory();
        var trace = directory.Combine("<img src=x onerror=alert(1)>&\".csv");
        await File.WriteAllTextAsync(trace, "0,1\n600,2\n");

        var page = await PageAsync("--traffic", trace);

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;.csv", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_HostileCells_StayText()
    {
        var page = new HtmlPage().Table("<a>", ["<b>"], [["</script>", "\"'&"]]).Finish("</title>", "", "");

        Assert.Equal(1, Regex.Count(page, "</script>"));
        Assert.Equal(1, Regex.Count(page, "</title>"));
        Assert.Contains("<td>&quot;&#39;&amp;</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_IdsOfElements_AreUnique()
    {
        var ids = Regex.Matches(await PageAsync(), " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Report_CannotBeWritten_NamesItsOption()
    {
        var run = await CommandRun.OfAsync("simulate", "--report", "nowhere/out.html");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.StartsWith("--report: nowhere/out.html cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private static async Task<string> PageAsync(params string[] arguments)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("out.html");
        var run = await CommandRun.OfAsync(["simulate", "--report", path, .. arguments]);
        Assert.Equal((ExitCodes.Success, $"Wrote {path}.\n"), (run.ExitCode, run.Error));
        return await File.ReadAllTextAsync(path);
    }

    private static JsonNode Data(string page) =>
        JsonNode.Parse(Regex.Match(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value)!;
}
