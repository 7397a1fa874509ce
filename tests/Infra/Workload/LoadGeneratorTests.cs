using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Workload;

public sealed class LoadGeneratorTests
{
    [Fact]
    public async Task Deployment_ByDefault_IsThis()
    {
        var inputs = (JsonObject)(await Stacks.Helm)["Deployment load-generator"].Inputs.DeepClone();
        ((JsonObject)inputs["spec"]!).Remove("template");

        JsonAssert.Equal(
            """
            {
              "apiVersion": "apps/v1",
              "kind": "Deployment",
              "metadata": {
                "name": "load-generator",
                "namespace": "keda-demo",
                "labels": { "app.kubernetes.io/name": "load-generator" }
              },
              "spec": {
                "replicas": 1,
                "selector": { "matchLabels": { "app.kubernetes.io/name": "load-generator" } }
              }
            }
            """,
            inputs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Replicas_OfTheSettings_AreSetOnceAndThenLeftToPeople(int replicas)
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Workload = Stacks.Defaults.Workload with { LoadGeneratorReplicas = replicas } });

        var deployment = run["Deployment load-generator"];
        Assert.Equal(replicas, deployment.At("spec.replicas")!.GetValue<double>());
        Assert.Equal(["spec.replicas"], deployment.Options.IgnoreChanges);
    }

    [Fact]
    public async Task Environment_WithARateThatIsNoWholeNumber_HasItWithAPoint()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Workload = Stacks.Defaults.Workload with { LoadGeneratorRate = 2.5m, Namespace = "shop" } });

        JsonAssert.Equal(
            """
            [
              { "name": "PYTHONDONTWRITEBYTECODE", "value": "1" },
              { "name": "PYTHONUNBUFFERED", "value": "1" },
              { "name": "TARGET_URL", "value": "http://sample-app.shop.svc.cluster.local/" },
              { "name": "RATE_PER_SECOND", "value": "2.5" }
            ]
            """,
            run["Deployment load-generator"].At("spec.template.spec.containers[0].env"));
    }

    [Fact]
    public async Task Container_OfTheGenerator_ListensOnNothing()
    {
        var container = (JsonObject)(await Stacks.Helm)["Deployment load-generator"].At("spec.template.spec.containers[0]")!;

        Assert.Equal(
            ["command", "env", "image", "imagePullPolicy", "livenessProbe", "name", "readinessProbe", "resources", "securityContext", "volumeMounts"],
            container.Select(entry => entry.Key).Order(StringComparer.Ordinal));
    }

    /// <summary>An Automatic cluster admits no container without both.</summary>
    [Theory]
    [InlineData("readinessProbe")]
    [InlineData("livenessProbe")]
    public async Task Probes_OfTheGenerator_AskWhetherAProcessStarts(string probe) => JsonAssert.Equal(
        """{ "exec": { "command": ["true"] }, "periodSeconds": 60 }""",
        (JsonObject)(await Stacks.Helm)["Deployment load-generator"].At($"spec.template.spec.containers[0].{probe}")!);
}
