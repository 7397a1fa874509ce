using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KedaStack.Infra.Workload;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Workload;

/// <summary>From the script's file over the ConfigMap into the container.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData("sample-app", "sample_app.py")]
    [InlineData("load-generator", "load_generator.py")]
    public async Task ConfigMap_OfAnApp_HoldsTheCheckedInScript(string app, string file)
    {
        var expected = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "ConfigMap",
            ["metadata"] = new JsonObject
            {
                ["name"] = app,
                ["namespace"] = "keda-demo",
                ["labels"] = new JsonObject { ["app.kubernetes.io/name"] = app },
            },
            ["data"] = new JsonObject { [file] = RepositoryRoot.Read($"infra/Workload/scripts/{file}") },
        };

        JsonAssert.Equal(expected.ToJsonString(), (await Stacks.Helm)[$"ConfigMap {app}"].Inputs);
    }

    [Theory]
    [InlineData("sample-app")]
    [InlineData("load-generator")]
    public async Task ChecksumAnnotation_OfAnApp_IsTheHashOfItsConfigMap(string app)
    {
        var run = await Stacks.Helm;
        var data = (JsonObject)run[$"ConfigMap {app}"].At("data")!;
        var text = Assert.Single(data).Value!.GetValue<string>();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

        JsonAssert.Equal(
            $$"""{ "kedastack/script-checksum": "{{hash}}" }""",
            run[$"Deployment {app}"].At("spec.template.metadata.annotations"));
    }

    [Theory]
    [InlineData("sample-app")]
    [InlineData("load-generator")]
    public async Task Command_OfAnApp_IsTheFileOfItsConfigMapWhereItIsMounted(string app)
    {
        var run = await Stacks.Helm;
        var configMap = run[$"ConfigMap {app}"];
        var pod = run[$"Deployment {app}"].At("spec.template.spec");
        var file = Assert.Single((JsonObject)configMap.At("data")!).Key;

        JsonAssert.Equal(
            $$"""[ { "name": "script", "configMap": { "name": "{{configMap.Text("metadata.name")}}" } } ]""",
            PropertyBag.Find(pod, "volumes"));
        JsonAssert.Equal(
            """[ { "name": "script", "mountPath": "/app", "readOnly": true } ]""",
            PropertyBag.Find(pod, "containers[0].volumeMounts"));
        JsonAssert.Equal($$"""[ "python3", "/app/{{file}}" ]""", PropertyBag.Find(pod, "containers[0].command"));
    }

    [Fact]
    public void Checksum_OfAnotherText_IsAnother()
    {
        var script = new Script("a.py", "print(1)\n");

        Assert.NotEqual(script.Checksum, (script with { Text = "print(2)\n" }).Checksum);
        Assert.Equal(script.Checksum, (script with { FileName = "b.py" }).Checksum);
    }
}
