using System.Text.Json;
using KedaStack.Cli.Shell;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainJsonTests
{
    private static readonly string[] _fields =
    [
        "source", "answer", "error", "value", "live", "recorded", "currentReplicas", "replicasNow", "replicasAtEnd", "settles",
        "settlesAfterSeconds", "targets", "targetsAtEnd", "changes", "rules", "conditions", "more", "fewer", "atRest", "metrics", "decides", "outage", "withoutEffect", "notes",
    ];

    [Theory]
    [InlineData("--value", "45")]
    [InlineData("--value", "empty")]
    [InlineData("--hpa", "hpa-held.yaml")]
    [InlineData("--hpa", "hpa-no-metric.yaml")]
    public async Task Json_OfAnything_HasTheSameFields(string option, string value)
    {
        var run = await CommandRun.OfAsync("explain", "--json", option, option == "--hpa" ? ExampleFile.Path(value) : value);

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Equal(_fields, document.RootElement.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Json_OfAValue_HasItsNumbers()
    {
        var run = await CommandRun.OfAsync("explain", "--json", "--value", "45");

        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.Equal(5, root.GetProperty("replicasAtEnd").GetInt32());
        Assert.Equal("""[{"atSeconds":0,"from":1,"to":4,"by":"hpa","reason":"ScaleUpLimit"},{"atSeconds":15,"from":4,"to":5,"by":"hpa","reason":"DesiredWithinRange"}]""", Compact(root, "changes"));
        Assert.Equal("""{"value":50.001,"replicas":6,"afterSeconds":15}""", Compact(root, "more"));
        Assert.Equal(
            """{"replicas":5,"tolerance":{"lowest":45,"highest":55},"more":{"value":55.001,"replicas":6,"afterSeconds":0},"fewer":{"value":40,"replicas":4,"afterSeconds":300}}""",
            Compact(root, "atRest"));
        Assert.Equal(["rule", "input", "formula", "output", "changed"], root.GetProperty("rules")[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Json_OfARecordedHpa_SaysWhetherItIsReproduced()
    {
        var run = await CommandRun.OfAsync("explain", "--json", "--hpa", ExampleFile.Path("hpa-held.yaml"));

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(
            """{"name":"keda-hpa-sample-app","currentReplicas":10,"computed":true,"desiredReplicas":10,"computedReplicas":10,"reproduced":true}""",
            Compact(document.RootElement, "recorded"));
    }

    [Fact]
    public async Task Json_Notes_GoToStandardError()
    {
        var run = await CommandRun.OfAsync("explain", "--json", "--value", "45");

        Assert.StartsWith("Assumed: the HPA proposed 1 replica until now", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("{\n", run.Output, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement root, string name) => JsonSerializer.Serialize(root.GetProperty(name));
}
