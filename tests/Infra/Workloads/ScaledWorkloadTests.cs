using System.Text.Json.Nodes;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Infra.Settings;
using KedaStack.Tests.Infra.Settings.Variants;

namespace KedaStack.Tests.Infra.Workloads;

/// <summary>Workloads of one's own on a created platform.</summary>
public sealed class ScaledWorkloadTests
{
    private static readonly Lazy<Task<StackRun>> _run = new(() => StackRun.UpdateAsync(Settings));

    private static StackSettings Settings => Given.Settings(
        (SettingKeys.Samples, "[]"), (SettingKeys.Workloads, AlternativeValues.All[SettingKeys.Workloads][0]));

    [Fact]
    public async Task Sample_NotListed_IsNotThere()
    {
        var run = await _run.Value;
        Assert.DoesNotContain(run.Resources, resource => resource.Name.Contains("sample-app", StringComparison.Ordinal) || resource.Name == "scaling");
    }

    [Fact]
    public async Task ScaledObject_OfAQuery_AsksThePlatformWithKedasIdentity()
    {
        var run = await _run.Value;
        var trigger = run["ScaledObject web-scaled-object"].Inputs["spec"]!["triggers"]![0]!;
        Assert.Equal("prometheus", (string?)trigger["type"]);
        Assert.Equal(Cloud.QueryEndpoint, (string?)trigger["metadata"]!["serverAddress"]);
        Assert.Equal("80", (string?)trigger["metadata"]!["threshold"]);
        Assert.Equal("web-prometheus", (string?)trigger["authenticationRef"]!["name"]);
        Assert.Equal(Cloud.KedaClientId, (string?)run["TriggerAuthentication web-trigger-authentication"].Inputs["spec"]!["podIdentity"]!["identityId"]);
    }

    [Fact]
    public async Task ScaledObject_Always_GoesBeforeKedaAndItsCredential() =>
        Assert.All(
            (await _run.Value).OfKind("ScaledObject"),
            scaledObject => Assert.Superset(
                new HashSet<string> { "Release keda", "FederatedIdentityCredential keda-credential", "RoleAssignment keda-monitoring-data-reader" },
                scaledObject.DependsOn.ToHashSet()));

    [Fact]
    public async Task Triggers_AsKedaWritesThem_ArePassedOnAsTexts()
    {
        var triggers = (await _run.Value)["ScaledObject worker-scaled-object"].Inputs["spec"]!["triggers"]!.AsArray();
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {"type": "kafka", "name": "orders", "metricType": "Value", "useCachedMetrics": true,
                 "metadata": {"bootstrapServers": "k:9092", "topic": "orders", "lagThreshold": "50"},
                 "authenticationRef": {"name": "kafka", "kind": "ClusterTriggerAuthentication"}}
                """),
            triggers[0]), triggers[0]!.ToJsonString());
        // One without an address asks the platform.
        Assert.Equal(Cloud.QueryEndpoint, (string?)triggers[1]!["metadata"]!["serverAddress"]);
        Assert.Equal("worker-prometheus", (string?)triggers[1]!["authenticationRef"]!["name"]);
    }

    [Fact]
    public async Task Hpa_ToReplace_IsTakenOver()
    {
        var scaledObject = (await _run.Value)["ScaledObject api-scaled-object"].Inputs;
        Assert.Equal("true", (string?)scaledObject["metadata"]!["annotations"]!["scaledobject.keda.sh/transfer-hpa-ownership"]);
        Assert.Equal("api", (string?)scaledObject["spec"]!["advanced"]!["horizontalPodAutoscalerConfig"]!["name"]);
        Assert.Equal("argoproj.io/v1alpha1", (string?)scaledObject["spec"]!["scaleTargetRef"]!["apiVersion"]);
    }

    [Fact]
    public async Task Scrape_WithAService_IsAServiceMonitorElseAPodMonitor()
    {
        var run = await _run.Value;
        var pods = run["PodMonitor web-scrape"].Inputs;
        Assert.Equal("web", (string?)pods["spec"]!["selector"]!["matchLabels"]!["app"]);
        Assert.Equal("shop", (string?)pods["metadata"]!["labels"]!["team"]);
        Assert.Equal("azmonitoring.coreos.com/v1", (string?)pods["apiVersion"]);
        Assert.Equal("api", (string?)run["ServiceMonitor api-scrape"].Inputs["spec"]!["selector"]!["matchLabels"]!["app"]);
        Assert.False(run.Has("PodMonitor worker-scrape"));
    }

    [Fact]
    public async Task Default_HasTheResourcesThatItHadBeforeThereWereWorkloads()
    {
        var withWorkloads = await StackRun.UpdateAsync(Given.Settings((SettingKeys.Workloads, AlternativeValues.All[SettingKeys.Workloads][0])));
        var own = (await Stacks.Helm).Resources.ToDictionary(resource => (resource.Label, resource.Parent), resource => resource.Inputs.ToJsonString());
        Assert.All(own, resource => Assert.Equal(
            resource.Value,
            // The conditions of their HPAs are kept beside those of the sample app's.
            withWorkloads.Resources.Single(other => (other.Label, other.Parent) == resource.Key).Inputs.ToJsonString()
                .Replace(";(keda-demo|shop|jobs)", ";keda-demo", StringComparison.Ordinal)));
    }
}
