using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.CustomResources;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainScaledObjectTests
{
    [Fact]
    public async Task ScaledObject_Rendered_GivesWhatTheStackGives()
    {
        var stack = await CommandRun.OfAsync("explain", "--value", "45");
        var file = await CommandRun.OfAsync(
            "explain", "--value", "45", "--scaled-object", RepositoryRoot.PathOf("manifests/14-scaledobject-sample-app.yaml"));

        Assert.Equal(stack.Output.Replace(" req/s", "", StringComparison.Ordinal).Split('\n')[2..20], file.Output.Split('\n')[2..20]);
    }

    [Theory]
    [InlineData("maxReplicaCount: 20", "maxReplicas: 20", "spec.maxReplicas (\"20\") is no field and is left out", "did you mean maxReplicaCount?")]
    [InlineData("stabilizationWindowSeconds", "stabilizationWindow", "behavior.scaleDown.stabilizationWindow (\"30\") is no field and is left out", "did you mean stabilizationWindowSeconds?")]
    [InlineData("    metricType:", "    threshold: 10\n    metricType:", "spec.triggers[0].threshold (\"10\") is no field and is left out", "strict decoding error: unknown field \"spec.triggers[0].threshold\"")]
    public async Task ScaledObject_WithAnUnknownField_IsExplainedWithoutIt(string right, string wrong, string note, string advice)
    {
        var run = await ExampleFile.ExplainAsync(
            "--scaled-object", "scaledobject-full.yaml", text => text.Replace(right, wrong, StringComparison.Ordinal), "--value", "100");

        var words = string.Join(' ', run.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(note, words, StringComparison.Ordinal);
        Assert.Contains(advice, words, StringComparison.Ordinal);
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
