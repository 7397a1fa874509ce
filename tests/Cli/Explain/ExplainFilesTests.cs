using System.Text.Json.Nodes;
using KedaStack.Cli;
using KedaStack.Tests.Infra.CustomResources;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainFilesTests
{
    [Theory]
    [InlineData("hpa-scaling-up.yaml", "keda-hpa-sample-app goes from 1 to 4 replicas, and 5 in the end (1 -> 4 -> 5).")]
    [InlineData("hpa-held.yaml", "keda-hpa-sample-app stays at 10 replicas, and 1 in the end (10 -> 1).")]
    [InlineData("hpa-list.yaml", "keda-hpa-sample-app stays at 10 replicas, and 1 in the end (10 -> 1).")]
    [InlineData("hpa-rounded.yaml", "keda-hpa-sample-app goes from 3 to 5 replicas.")]
    [InlineData("hpa-no-metric.yaml", "keda-hpa-sample-app stays at 6 replicas.")]
    [InlineData("hpa-behavior.yaml", "keda-hpa-sample-app goes from 8 to 7 replicas, and 2 in the end (8 -> 7 -> 6 -> 5 -> 4 -> 3 -> 2).")]
    public async Task Hpa_Recorded_IsExplained(string file, string headline)
    {
        var run = await CommandRun.OfAsync("explain", "--hpa", ExampleFile.Path(file));

        Assert.Equal((ExitCodes.Success, headline, ""), (run.ExitCode, run.Output.Split('\n')[0], run.Error));
        Assert.Contains(": as the rules say.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_Recorded_ShowsItsOwnConditionsAndTargets()
    {
        var run = await CommandRun.OfAsync("explain", "--hpa", ExampleFile.Path("hpa-held.yaml"));

        Assert.Contains("recent recommendations were higher than current one", run.Output, StringComparison.Ordinal);
        Assert.Contains("TARGETS 87m/10 (avg)", run.Output, StringComparison.Ordinal);
        Assert.Contains("870m / (10 * 10 created pods)", run.Output, StringComparison.Ordinal);
        Assert.Contains("That a proposal of 10 is still held is taken from the recorded result", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_AnotherResultThanTheRules_SaysSo()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("hpa.yaml");
        await File.WriteAllTextAsync(
            file, ExampleFile.Read("hpa-scaling-up.yaml").Replace("desiredReplicas: 4", "desiredReplicas: 9", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("explain", "--hpa", file);

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.StartsWith("keda-hpa-sample-app goes from 1 to 9 replicas as recorded; the rules give 4.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  9 replicas as recorded; the rules give 4, from which all below goes on.\n  5 replicas after 15 s if the value stays:\n",
            run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_AnotherResultThanTheRules_SaysWhereTheRulesStay()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("hpa.yaml");
        await File.WriteAllTextAsync(
            file, ExampleFile.Read("hpa-rounded.yaml").Replace("desiredReplicas: 5", "desiredReplicas: 4", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("explain", "--hpa", file);

        Assert.Contains(
            "  4 replicas as recorded; the rules give 6, from which all below goes on.\n  By the rules it stays at 6 if the value does.\n",
            run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_SeveralMetrics_SaysWhyThereAreNoEdgesAndWhoseValueIsUncertain()
    {
        var run = await CommandRun.OfAsync("explain", "--hpa", ExampleFile.Path("hpa-two-metrics.yaml"));

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains(
            "What would change it\n  Not looked for: the highest proposal of 2 External metrics decides (s0-prometheus, s1-prometheus), so that no single value does.\n",
            run.Output, StringComparison.Ordinal);
        Assert.Contains("  The value of s0-prometheus is the recorded average times 3 pods; averages are rounded up, so it may be up to 2m less.\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The value of s1-prometheus", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--hpa", "keda-hpa-sample-app goes from 1 to 4 replicas, and 5 in the end (1 -> 4 -> 5).")]
    [InlineData("--scaled-object", "100 means 4 replicas (1 -> 4).")]
    public async Task File_WithOtherKindsBeside_TakesTheOnlyOneOfTheKind(string option, string headline)
    {
        using var directory = new TemporaryDirectory();
        var (documents, list) = (directory.Combine("documents.yaml"), directory.Combine("list.yaml"));
        var (hpa, scaled) = (ExampleFile.Read("hpa-scaling-up.yaml"), ExampleFile.Read("scaledobject.yaml"));
        await File.WriteAllTextAsync(documents, $"---\n{scaled}---\n{hpa}---\n");
        await File.WriteAllTextAsync(list, $"apiVersion: v1\nkind: List\nitems:\n{Item(scaled)}{Item(hpa)}");
        string[] value = option == "--hpa" ? [] : ["--value", "100"];

        foreach (var file in (string[])[documents, list])
        {
            var run = await CommandRun.OfAsync(["explain", option, file, .. value]);

            Assert.Equal((ExitCodes.Success, headline, ""), (run.ExitCode, run.Output.Split('\n')[0], run.Error));
        }
    }

    [Theory]
    [InlineData("cpu (Resource) is left out of the rules: 40 % with a target of 60 % asks for 4 replicas if all its pods", "", "")]
    [InlineData("cpu (Resource) is left out of the rules: no value of it is recorded.", "name: cpu\n      current:", "name: memory\n      current:")]
    [InlineData("cpu (Resource) is left out of the rules: 40m with a target of 100m asks for 2 replicas", "averageUtilization: 60", "averageValue: 100m")]
    public async Task Hpa_WithAnotherMetric_SaysWhatItAsksFor(string note, string right, string wrong)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("hpa.yaml");
        var text = ExampleFile.Read("hpa-with-cpu.yaml");
        await File.WriteAllTextAsync(file, right.Length == 0 ? text : text.Replace(right, wrong, StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("explain", "--hpa", file);

        Assert.Equal((ExitCodes.Success, "keda-hpa-sample-app stays at 5 replicas."), (run.ExitCode, run.Output.Split('\n')[0]));
        Assert.Contains("\n  " + note, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScaledObject_WithTriggersOfOtherTypes_ExplainsThePrometheusOne()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("so.yaml");
        await File.WriteAllTextAsync(file, ExampleFile.Read("scaledobject.yaml").Replace(
            "  triggers:\n", "  triggers:\n  - type: cron\n    metadata: {timezone: UTC}\n", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("explain", "--scaled-object", file, "--value", "100");

        Assert.StartsWith("100 means 4 replicas", run.Output, StringComparison.Ordinal);
        Assert.Contains("usage ratio of s1-prometheus", run.Output, StringComparison.Ordinal);
        Assert.Contains("  Left out: triggers[0] (cron). The HPA takes the highest of all triggers", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hpa_OutsideAProject_NeedsNone()
    {
        using var directory = new TemporaryDirectory();

        var run = await CommandRun.InAsync(directory.Path, "explain", "--hpa", ExampleFile.Path("hpa-held.yaml"));

        Assert.Equal(ExitCodes.Success, run.ExitCode);
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
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("so.yaml");
        await File.WriteAllTextAsync(file, ExampleFile.Read("scaledobject.yaml").Replace("  triggers:", "  minReplicaCount: 1\n  cooldownPeriod: 30\n  triggers:", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("explain", "--value", "45", "--scaled-object", file);

        Assert.Contains("  cooldownPeriod 30 s ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("pollingInterval", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScaledObject_Paused_IsSaid()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("paused.yaml");
        await File.WriteAllTextAsync(file, ExampleFile.Read("scaledobject.yaml").Replace(
            "  annotations:\n", "  annotations:\n    autoscaling.keda.sh/paused-replicas: \"3\"\n", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("explain", "--scaled-object", file, "--value", "500");

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
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("so.yaml");
        await File.WriteAllTextAsync(file, ExampleFile.Read("scaledobject.yaml").Replace(
            "  annotations:\n", $"  annotations:\n    autoscaling.keda.sh/{annotation}: \"true\"\n", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("explain", "--scaled-object", file, "--value", "100");

        Assert.EndsWith(settings, run.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScaledObject_WithIdleReplicas_SaysSoInTheSettings()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("so.yaml");
        await File.WriteAllTextAsync(file, ExampleFile.Read("scaledobject.yaml").Replace(
            "  triggers:", "  minReplicaCount: 2\n  idleReplicaCount: 0\n  triggers:", StringComparison.Ordinal));

        var run = await CommandRun.OfAsync("explain", "--scaled-object", file, "--value", "100");

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

    private static string Item(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select((line, place) => $"{(place == 0 ? "-" : " ")} {line}\n"));
}
