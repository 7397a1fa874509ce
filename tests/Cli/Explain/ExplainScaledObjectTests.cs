using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Infra.CustomResources;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainScaledObjectTests
{
    [Fact]
    public async Task ScaledObject_WithTriggersOfOtherTypes_ExplainsThePrometheusOne()
    {
        var run = await ExampleFile.ExplainAsync(
            "--scaled-object", "scaledobject.yaml",
            text => text.Replace("  triggers:\n", "  triggers:\n  - type: kafka\n    metadata: {topic: orders}\n", StringComparison.Ordinal),
            "--value", "100");

        Assert.StartsWith("100 means 4 replicas", run.Output, StringComparison.Ordinal);
        Assert.Contains("usage ratio of s1-prometheus", run.Output, StringComparison.Ordinal);
        Assert.Contains("  Left out, without a value: triggers[0] (kafka). The HPA takes the highest of all triggers", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100", "100 means 4 replicas (1 -> 4).", "target 25 per replica, 1 to 100 replicas, no behavior, to 0 when not active, ignoreNullValues true.")]
    [InlineData("empty", "An empty answer means 0 replicas (1 -> 0).", "ignoreNullValues true.")]
    public async Task ScaledObject_WithoutMuch_HasKedasDefaults(string value, string headline, string settings)
    {
        var run = await CommandRun.OfAsync("explain", "--scaled-object", ExampleFile.Path("scaledobject.yaml"), "--value", value);

        Assert.Equal((ExitCodes.Success, headline), (run.ExitCode, run.Output.Split('\n')[0]));
        Assert.EndsWith(settings, run.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100", "100 means 10 replicas (2 -> 4 -> 6 -> 8 -> 10).")]
    [InlineData("NaN", "NaN means 6 replicas (2 -> 4 -> 6); KEDA treats it as an error.")]
    public async Task ScaledObject_WithEverything_ReplacesTheStack(string value, string headline)
    {
        var run = await CommandRun.OfAsync("explain", "--scaled-object", ExampleFile.Path("scaledobject-full.yaml"), "--value", value);

        Assert.Equal((ExitCodes.Success, headline), (run.ExitCode, run.Output.Split('\n')[0]));
    }

    [Fact]
    public async Task ScaledObject_Rendered_GivesWhatTheStackGives()
    {
        var stack = await CommandRun.OfAsync("explain", "--value", "45");
        var file = await CommandRun.OfAsync(
            "explain", "--value", "45", "--scaled-object", RepositoryRoot.PathOf("manifests/14-scaledobject-sample-app.yaml"));

        Assert.Equal(stack.Output.Replace(" req/s", "", StringComparison.Ordinal).Split('\n')[2..20], file.Output.Split('\n')[2..20]);
    }

    [Fact]
    public async Task ScaledObject_PeriodsThatItDoesNotSay_AreNotSettingsWithoutEffect()
    {
        var run = await ExampleFile.ExplainAsync(
            "--scaled-object", "scaledobject.yaml",
            text => text.Replace("  triggers:", "  minReplicaCount: 1\n  cooldownPeriod: 30\n  triggers:", StringComparison.Ordinal),
            "--value", "45");

        Assert.Contains("  cooldownPeriod 30 s ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("pollingInterval", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScaledObject_Paused_IsSaid()
    {
        var run = await ExampleFile.ExplainAsync(
            "--scaled-object", "scaledobject.yaml",
            text => text.Replace("  annotations:\n", "  annotations:\n    autoscaling.keda.sh/paused-replicas: \"3\"\n", StringComparison.Ordinal),
            "--value", "500");

        Assert.StartsWith("500 means 3 replicas (1 -> 3).\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("the ScaledObject is paused", run.Output, StringComparison.Ordinal);
        Assert.Contains(": paused at 3 replicas by the annotation paused-replicas.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScaledObject_WithFallback_SaysSoInTheSettings()
    {
        var run = await CommandRun.OfAsync("explain", "--scaled-object", ExampleFile.Path("scaledobject-full.yaml"), "--value", "100");

        Assert.EndsWith(
            ", ignoreNullValues false, fallback after more than 2 failures: 6 replicas (currentReplicasIfHigher).",
            run.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paused-scale-in", "no behavior, to 0 when not active, ignoreNullValues true, annotation paused-scale-in (scaleDown gets selectPolicy Disabled).")]
    [InlineData("paused-scale-out", "annotation paused-scale-out (scaleUp gets selectPolicy Disabled).")]
    [InlineData("force-activation", "ignoreNullValues true, annotation force-activation (always active).")]
    [InlineData("paused", ": paused by an annotation.")]
    public async Task ScaledObject_WithAnAnnotation_SaysSoInTheSettings(string annotation, string settings)
    {
        var run = await ExampleFile.ExplainAsync(
            "--scaled-object", "scaledobject.yaml",
            text => text.Replace("  annotations:\n", $"  annotations:\n    autoscaling.keda.sh/{annotation}: \"true\"\n", StringComparison.Ordinal),
            "--value", "100");

        Assert.EndsWith(settings, run.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScaledObject_WithIdleReplicas_SaysSoInTheSettings()
    {
        var run = await ExampleFile.ExplainAsync(
            "--scaled-object", "scaledobject.yaml",
            text => text.Replace("  triggers:", "  minReplicaCount: 2\n  idleReplicaCount: 0\n  triggers:", StringComparison.Ordinal),
            "--value", "100");

        Assert.Contains(", to 0 when not active (idleReplicaCount), ", run.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [SharedFact("crds")]
    public async Task ScaledObject_EveryFieldOfTheDefinition_IsKnown()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("so.json");
        var definition = YamlText.Parse(await File.ReadAllTextAsync(SharedFolder.PathOf("crds/keda.sh_scaledobjects.yaml")))!;
        var schema = definition["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["spec"]!;
        var scaledObject = new JsonObject { ["apiVersion"] = "keda.sh/v1alpha1", ["kind"] = "ScaledObject", ["spec"] = Everything(schema) };
        await File.WriteAllTextAsync(file, scaledObject.ToJsonString());

        var run = await CommandRun.OfAsync("explain", "--scaled-object", file, "--value", "100");

        Assert.Contains("triggers[0].type: is missing", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("is no field here", run.Error, StringComparison.Ordinal);
    }

    // Every field, without a value where it is no mapping or list of mappings.
    private static JsonNode? Everything(JsonNode schema) => schema switch
    {
        _ when schema["items"]?["properties"] is not null => new JsonArray(Everything(schema["items"]!)),
        _ when schema["properties"] is JsonObject properties =>
            new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, Everything(property.Value!)))),
        _ => null,
    };
}
