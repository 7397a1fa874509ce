using System.Text.Json.Nodes;
using KedaStack.Reports.Preview;
using KedaStack.Resources.Timeline;
using KedaStack.Tests.Cli;

namespace KedaStack.Tests.Resources.Timeline;

public sealed class DeploymentTimelineTests
{
    [Theory]
    [InlineData()]
    [InlineData("kedaInstallation=addon")]
    [InlineData("access=entra")]
    [InlineData("grafana=false")]
    public async Task Timeline_OfEveryVariant_KnowsAllTimes(params string[] overrides)
    {
        var timeline = await Timelines.OfAsync(overrides);

        Assert.InRange(timeline.Typical, timeline.Shortest, timeline.Longest);
        Assert.All(timeline.Steps, step => Assert.NotEmpty(step.Time.Source));
    }

    [Fact]
    public async Task CriticalPath_EachStep_BeginsWhenTheOneBeforeEnds()
    {
        var timeline = await Timelines.OfAsync();

        var path = timeline.CriticalPath;

        Assert.Equal(TimeSpan.Zero, path[0].Start);
        Assert.Equal(timeline.Typical, path[^1].End);
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public async Task CriticalPath_OfTheDevStack_GoesThroughTheCluster()
    {
        var timeline = await Timelines.OfAsync();

        Assert.Equal(["resource-group", "aks"], timeline.CriticalPath.Take(2).Select(step => step.Resource.Name));
    }

    [Fact]
    public async Task CredentialPropagation_Longer_DelaysTheScaledObject()
    {
        var usual = await Timelines.OfAsync("credentialPropagationSeconds=60");
        var slow = await Timelines.OfAsync("credentialPropagationSeconds=600");

        Assert.Equal(TimeSpan.FromSeconds(540), ScaledObject(slow).Start - ScaledObject(usual).Start);
        Assert.Equal("scaled-object", slow.CriticalPath[^1].Resource.Name);

        static TimelineStep ScaledObject(DeploymentTimeline timeline) =>
            timeline.Steps.Single(step => step.Resource.Name == "scaled-object");
    }

    [Fact]
    public async Task CreationTime_OfAnUnknownType_SaysWhereToAddIt()
    {
        var (_, stack) = await Timelines.PreviewAsync();
        var unknown = stack.Resources.First(resource => !resource.IsComponent) with { Type = "azure-native:cache:Redis" };

        var exception = Assert.Throws<NotSupportedException>(() => CreationTimes.Of(unknown, TimeSpan.Zero));

        Assert.Contains("azure-native:cache:Redis", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_OnANarrowTerminal_KeepsToItsWidth()
    {
        const int Width = 80;
        var text = TimelineText.Write(await Timelines.OfAsync(), Width);

        var chart = text.Split('\n').Where(line => line.Contains("==", StringComparison.Ordinal) || line.Contains('#')).ToList();
        Assert.NotEmpty(chart);
        Assert.All(chart, line => Assert.InRange(line.Length, 1, Width));
    }

    [Fact]
    public async Task Command_Json_NamesTheCriticalPath()
    {
        var run = await CommandRun.OfAsync("preview", "--timeline", "--json");

        var json = JsonNode.Parse(run.Output)!;
        var urns = json["resources"]!.AsArray().Select(step => (string)step!["urn"]!).ToHashSet();
        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(json["criticalPath"]!.AsArray());
        Assert.All(json["criticalPath"]!.AsArray(), urn => Assert.Contains((string)urn!, urns));
    }

    [Theory]
    [InlineData("--markdown")]
    [InlineData("--diff", "earlier.json")]
    public async Task Command_WithAnotherKindOfReport_SaysWhichToLeaveOut(params string[] other)
    {
        var run = await CommandRun.OfAsync(["preview", "--timeline", .. other]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("leave out --markdown and --diff", run.Error, StringComparison.Ordinal);
    }
}
