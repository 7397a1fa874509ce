using System.Text.Json.Nodes;
using KedaStack.Checks.Reports;
using KedaStack.Checks.Rules;
using KedaStack.Tests.Checks.Files;

namespace KedaStack.Tests.Checks.Reports;

public sealed class CheckSarifTests
{
    [Fact]
    public void Result_OfAFile_HasItsPlaceAndItsRule()
    {
        var yaml = App.With("minReplicaCount: 1", "minReplicaCount: \"1\"").Replace("threshold: \"10\"", "threshold: \"10\"\n      metricName: web", StringComparison.Ordinal);
        var (rules, results) = Read(CheckSarif.Write(CheckedFiles.Report(yaml), Severity.Information, settings: null));

        Assert.Equal(["object-refused", "trigger-metadata-unknown"], results.Select(result => (string?)result["ruleId"]));
        Assert.Equal(["error", "warning"], results.Select(result => (string?)result["level"]));
        Assert.All(results, result => Assert.Equal((string?)result["ruleId"], (string?)rules[(int)result["ruleIndex"]!]!["id"]));
        var place = results[0]["locations"]![0]!["physicalLocation"]!;
        Assert.EndsWith("/file.yaml", (string?)place["artifactLocation"]!["uri"], StringComparison.Ordinal);
        var line = yaml.Split('\n').ToList().FindIndex(text => text.Contains("minReplicaCount", StringComparison.Ordinal)) + 1;
        Assert.Equal((line, 3), ((int)place["region"]!["startLine"]!, (int)place["region"]!["startColumn"]!));
    }

    [Fact]
    public void Result_BelowTheSeverity_IsLeftOut() =>
        Assert.Empty(Read(CheckSarif.Write(CheckedFiles.Report(App.With("threshold: \"10\"", "threshold: \"10\"\n      metricName: web")), Severity.Error, settings: null)).Results);

    [Fact]
    public void Result_OfAStack_PointsAtItsSetting()
    {
        var report = CheckedStack.Report(PreviewedStacks.Of(PreviewedStacks.Default));
        var settings = new SettingPlaces("Pulumi.dev.yaml", ["config:", "  # kedastack:pollingInterval: 30", "  kedastack:pollingInterval: 15"]);

        var results = Read(CheckSarif.Write(report, Severity.Information, settings)).Results;

        var places = results.ToDictionary(result => (string)result["ruleId"]!, result => (int)result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!);
        Assert.Equal((3, 1), (places["polling-without-effect"], places["cooldown-without-effect"]));
        Assert.All(results, result => Assert.Equal("Pulumi.dev.yaml", (string?)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]));
    }

    private static (JsonArray Rules, IReadOnlyList<JsonNode> Results) Read(string sarif)
    {
        var run = JsonNode.Parse(sarif)!["runs"]![0]!;
        return (run["tool"]!["driver"]!["rules"]!.AsArray(), [.. run["results"]!.AsArray().Select(result => result!)]);
    }
}
