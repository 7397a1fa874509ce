using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Scaling;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Keda;

public sealed class PrometheusScalingTests
{
    [Fact]
    public async Task TriggerAuthentication_ByDefault_IsThis() => JsonAssert.Equal(
        $$"""
        {
          "apiVersion": "keda.sh/v1alpha1",
          "kind": "TriggerAuthentication",
          "metadata": { "name": "managed-prometheus", "namespace": "keda-demo" },
          "spec": { "podIdentity": { "provider": "azure-workload", "identityId": "{{Cloud.KedaClientId}}" } }
        }
        """,
        (await Stacks.Helm)["TriggerAuthentication keda-authentication"].Inputs);

    [Fact]
    public async Task ScaledObject_ByDefault_IsThis() => JsonAssert.Equal(
        $$"""
        {
          "apiVersion": "keda.sh/v1alpha1",
          "kind": "ScaledObject",
          "metadata": { "name": "sample-app", "namespace": "keda-demo" },
          "spec": {
            "scaleTargetRef": { "name": "sample-app" },
            "pollingInterval": 15,
            "cooldownPeriod": 90,
            "minReplicaCount": 1,
            "maxReplicaCount": 10,
            "triggers": [
              {
                "type": "prometheus",
                "metadata": {
                  "serverAddress": "{{Cloud.QueryEndpoint}}",
                  "query": "sum(rate(http_requests_total{cluster=\"kedastack-dev\",namespace=\"keda-demo\",job=\"sample-app\"}[2m]))",
                  "threshold": "10",
                  "activationThreshold": "0",
                  "ignoreNullValues": "false"
                },
                "authenticationRef": { "name": "managed-prometheus" }
              }
            ]
          }
        }
        """,
        (await Stacks.Helm)["ScaledObject scaled-object"].Inputs);

    [Fact]
    public async Task Trigger_InEveryStack_SignsInWithTheTriggerAuthenticationOfItsNamespace() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            var authentication = run["TriggerAuthentication keda-authentication"];
            var scaledObject = run["ScaledObject scaled-object"];
            Assert.Equal(
                authentication.Text("metadata.name"), scaledObject.Text("spec.triggers[0].authenticationRef.name"));
            Assert.Equal(authentication.Text("metadata.namespace"), scaledObject.Text("metadata.namespace"));
        });

    [Fact]
    public async Task Target_InEveryStack_IsTheAppsDeploymentInTheSameNamespace() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            var scaledObject = run["ScaledObject scaled-object"];
            var app = run["Deployment sample-app"];
            Assert.Equal(app.Text("metadata.name"), scaledObject.Text("spec.scaleTargetRef.name"));
            Assert.Equal(app.Text("metadata.namespace"), scaledObject.Text("metadata.namespace"));
        });

    [Fact]
    public async Task ServerAddress_InEveryStack_HasNoTrailingSlash() => Assert.All(
        await Stacks.AllAsync(),
        run => Assert.False(run["ScaledObject scaled-object"].Text("spec.triggers[0].metadata.serverAddress").EndsWith('/')));

    [Theory]
    [InlineData("12.50", "12.5")]
    [InlineData("0.1", "0.1")]
    [InlineData("1000000", "1000000")]
    [InlineData("0.000001", "0.000001")]
    public async Task Threshold_OfTheSettings_IsAPlainNumberAsText(string threshold, string expected)
    {
        var value = decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture);
        var metadata = await TriggerMetadataAsync(scaling => scaling with { Threshold = value, ActivationThreshold = value });

        Assert.Equal(expected, metadata["threshold"]!.GetValue<string>());
        Assert.Equal(expected, metadata["activationThreshold"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public async Task IgnoreNullValues_OfTheSettings_IsTextInLowerCase(bool ignore, string expected)
    {
        var metadata = await TriggerMetadataAsync(scaling => scaling with { IgnoreNullValues = ignore });

        Assert.Equal(expected, metadata["ignoreNullValues"]!.GetValue<string>());
    }

    [Fact]
    public async Task Metadata_OfEveryTrigger_IsText()
    {
        var metadata = await TriggerMetadataAsync(scaling => scaling);

        Assert.All(metadata, entry => Assert.Equal(JsonValueKind.String, entry.Value!.GetValueKind()));
    }

    private static async Task<JsonObject> TriggerMetadataAsync(Func<ScalingSettings, ScalingSettings> change)
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with { Scaling = change(Stacks.Defaults.Scaling) });
        return (JsonObject)run["ScaledObject scaled-object"].At("spec.triggers[0].metadata")!;
    }
}
