using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Keda;

public sealed class KedaOperatorTests
{
    [Fact]
    public async Task Release_ByDefault_IsThis()
    {
        var inputs = (JsonObject)(await Stacks.Helm)["Release keda"].Inputs.DeepClone();
        inputs.Remove("values");

        JsonAssert.Equal(
            """
            {
              "name": "keda",
              "namespace": "keda",
              "chart": "keda",
              "version": "2.20.2",
              "repositoryOpts": { "repo": "https://kedacore.github.io/charts" },
              "timeout": 600,
              "atomic": true,
              "cleanupOnFail": true,
              "compat": "true"
            }
            """,
            inputs);
    }

    [Fact]
    public async Task Namespace_ByDefault_IsThis() => JsonAssert.Equal(
        """
        {
          "apiVersion": "v1",
          "kind": "Namespace",
          "metadata": { "name": "keda", "labels": { "pod-security.kubernetes.io/enforce": "restricted" } }
        }
        """,
        (await Stacks.Helm)["Namespace keda"].Inputs);

    [Fact]
    public async Task PodMonitor_ByDefault_ScrapesTheThreeDeploymentsOfTheChart() => JsonAssert.Equal(
        """
        {
          "apiVersion": "azmonitoring.coreos.com/v1",
          "kind": "PodMonitor",
          "metadata": { "name": "keda", "namespace": "keda" },
          "spec": {
            "selector": {
              "matchExpressions": [
                {
                  "key": "app",
                  "operator": "In",
                  "values": [ "keda-operator", "keda-operator-metrics-apiserver", "keda-admission-webhooks" ]
                }
              ]
            },
            "podMetricsEndpoints": [ { "port": "metrics", "path": "/metrics" } ],
            "labelLimit": 63,
            "labelNameLengthLimit": 511,
            "labelValueLengthLimit": 1023
          }
        }
        """,
        (await Stacks.Helm)["PodMonitor keda-metrics"].Inputs);

    [Fact]
    public async Task ChartVersionAndNamespace_OfTheSettings_AreTaken()
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with
        {
            Keda = Stacks.Defaults.Keda with { ChartVersion = "2.21.0", Namespace = "keda-system" },
        });

        Assert.Equal("2.21.0", run["Release keda"].Text("version"));
        Assert.Equal("keda-system", run["Namespace keda"].Text("metadata.name"));
        Assert.Equal("keda-system", run["Release keda"].Text("namespace"));
        Assert.Equal("keda-system", run["PodMonitor keda-metrics"].Text("metadata.namespace"));
    }

    [Fact]
    public async Task AddOn_Installed_NothingOfKedaIsMadeBesidesTheCustomResources()
    {
        var run = await Stacks.AddOn;

        Assert.Empty(run.OfKind("Release"));
        Assert.Empty(run.OfKind("PodMonitor"));
        Assert.Equal(["Namespace keda-demo"], run.OfKind("Namespace").Select(resource => resource.Label));
    }

    [Fact]
    public async Task KedaAddOnAndRelease_InEveryStack_NeverComeTogether() => Assert.All(
        await Stacks.AllAsync(),
        run => Assert.NotEqual(
            run.Has("Release keda"),
            run["ManagedCluster aks"].At("workloadAutoScalerProfile.keda.enabled")?.GetValue<bool>() ?? false));
}
