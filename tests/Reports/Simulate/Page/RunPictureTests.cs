using System.Xml.Linq;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Reports.Simulate.Page;

public sealed class RunPictureTests
{
    [Fact]
    public async Task Svg_OneRun_ShowsLoadValueReplicasAndLimits()
    {
        var titles = Titles(await SvgAsync("--pod-capacity", "unlimited"));

        Assert.Equal(["Load in req/s", "Query value per replica, in req/s", "Replicas", "What limits the replicas"], titles);
    }

    [Fact]
    public async Task Svg_Variants_LieOverEachOther()
    {
        var svg = await SvgAsync("--compare", "threshold=20");

        Assert.Equal(
            ["Load in req/s", "Query value per replica, in req/s", "Desired replicas", "Waiting requests", "What limits dev", "What limits threshold=20"],
            Titles(svg));
        Assert.Equal(["threshold 10", "threshold 20"], Texts(svg, "note").Distinct());
    }

    [Fact]
    public async Task Svg_Disturbances_AreThere()
    {
        var svg = await SvgAsync("--disturb", "metrics-outage@6m+3m", "--disturb", "slow-start@1m+1m:30s");

        Assert.Contains("What goes wrong", Titles(svg));
        Assert.Contains("metrics outage", svg.Descendants().Select(element => element.Value));
        Assert.Contains("start 30s slower", svg.Descendants().Select(element => element.Value));
    }

    [Fact]
    public async Task Svg_Description_TellsTheReplicas()
    {
        var description = (await SvgAsync("--pod-capacity", "unlimited")).Root!.Elements().ElementAt(1).Value;

        Assert.StartsWith("dev: the load is at most 150 req/s in 1h; 1 replica at first, then 2 at 1:00, ", description, StringComparison.Ordinal);
        Assert.EndsWith(", 1 at 16:45.", description, StringComparison.Ordinal);
    }

    private static async Task<XDocument> SvgAsync(params string[] arguments)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("out.svg");
        await CommandRun.OfAsync(["simulate", "--svg", path, .. arguments]);
        return XDocument.Parse(await File.ReadAllTextAsync(path));
    }

    private static IEnumerable<string> Titles(XDocument svg) => Texts(svg, "title");

    private static IEnumerable<string> Texts(XDocument svg, string style) => svg.Descendants()
        .Where(element => ((string?)element.Attribute("class"))?.Split(' ').Contains(style) == true)
        .Select(element => element.Value);
}
