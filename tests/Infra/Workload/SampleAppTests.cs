using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Workload;

public sealed class SampleAppTests
{
    private const string Metadata =
        """
        { "name": "sample-app", "namespace": "keda-demo", "labels": { "app.kubernetes.io/name": "sample-app" } }
        """;

    [Fact]
    public async Task Namespace_OfTheSettings_HoldsAppGeneratorAndScaling()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Workload = Stacks.Defaults.Workload with { Namespace = "shop" } });

        Assert.Equal("shop", run["Namespace keda-demo"].Text("metadata.name"));
        Assert.All(
            run.Resources.Where(resource =>
                resource.IsKubernetes && resource.Parent != "KedaOperator keda" && resource.Label != "Namespace keda-demo"),
            resource => Assert.Equal("shop", resource.Text("metadata.namespace")));
        Assert.Equal("shop", run.Outputs["namespace"].Value);
    }

    [Fact]
    public async Task Deployment_ByDefault_IsThis()
    {
        var inputs = (JsonObject)(await Stacks.Helm)["Deployment sample-app"].Inputs.DeepClone();
        ((JsonObject)inputs["spec"]!).Remove("template");

        JsonAssert.Equal(
            $$"""
            {
              "apiVersion": "apps/v1",
              "kind": "Deployment",
              "metadata": {{Metadata}},
              "spec": {
                "selector": { "matchLabels": { "app.kubernetes.io/name": "sample-app" } },
                "strategy": { "type": "RollingUpdate", "rollingUpdate": { "maxSurge": 1, "maxUnavailable": 0 } }
              }
            }
            """,
            inputs);
    }

    [Fact]
    public async Task Replicas_OfTheApp_AreNotGivenAndLeftToKeda() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            Assert.Null(run["Deployment sample-app"].At("spec.replicas"));
            Assert.Equal(["spec.replicas"], run["Deployment sample-app"].Options.IgnoreChanges);
        });

    [Fact]
    public async Task Container_ByDefault_RunsTheScriptWithItsEnvironment()
    {
        var container = (await Stacks.Helm)["Deployment sample-app"].At("spec.template.spec.containers[0]")!;

        JsonAssert.Equal("""[ "python3", "/app/sample_app.py" ]""", container["command"]);
        JsonAssert.Equal(
            """
            [
              { "name": "PYTHONDONTWRITEBYTECODE", "value": "1" },
              { "name": "PYTHONUNBUFFERED", "value": "1" },
              { "name": "PORT", "value": "8000" },
              { "name": "WORK_MILLISECONDS", "value": "0" }
            ]
            """,
            container["env"]);
    }

    [Fact]
    public async Task ImageAndWork_OfTheSettings_AreTaken()
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with
        {
            Workload = Stacks.Defaults.Workload with
            {
                Image = "registry.contoso.com/python@sha256:abc",
                WorkPerRequest = TimeSpan.FromSeconds(1.5),
            },
        });

        var container = run["Deployment sample-app"].At("spec.template.spec.containers[0]")!;
        Assert.Equal("registry.contoso.com/python@sha256:abc", container["image"]!.GetValue<string>());
        Assert.Equal("1500", PropertyBag.Find(container, "env[3].value")!.GetValue<string>());
        Assert.Equal(
            "registry.contoso.com/python@sha256:abc",
            run["Deployment load-generator"].Text("spec.template.spec.containers[0].image"));
    }

    [Fact]
    public async Task Pods_OfTheApp_SpreadOverNodes() => JsonAssert.Equal(
        """
        [
          {
            "maxSkew": 1,
            "topologyKey": "kubernetes.io/hostname",
            "whenUnsatisfiable": "ScheduleAnyway",
            "labelSelector": { "matchLabels": { "app.kubernetes.io/name": "sample-app" } }
          }
        ]
        """,
        (await Stacks.Helm)["Deployment sample-app"].At("spec.template.spec.topologySpreadConstraints"));

    [Theory]
    [InlineData("startupProbe", 1, 30)]
    [InlineData("readinessProbe", 5, 2)]
    [InlineData("livenessProbe", 10, 3)]
    public async Task Probe_OfTheApp_IsThis(string probe, int periodSeconds, int failureThreshold) => JsonAssert.Equal(
        $$"""
        {
          "httpGet": { "path": "/healthz", "port": "http" },
          "periodSeconds": {{periodSeconds}},
          "failureThreshold": {{failureThreshold}},
          "timeoutSeconds": 1
        }
        """,
        (await Stacks.Helm)["Deployment sample-app"].At($"spec.template.spec.containers[0].{probe}"));

    [Fact]
    public async Task Service_ByDefault_IsThis() => JsonAssert.Equal(
        $$"""
        {
          "apiVersion": "v1",
          "kind": "Service",
          "metadata": {{Metadata}},
          "spec": {
            "type": "ClusterIP",
            "selector": { "app.kubernetes.io/name": "sample-app" },
            "ports": [ { "name": "http", "port": 80, "targetPort": "http", "protocol": "TCP" } ]
          }
        }
        """,
        (await Stacks.Helm)["Service sample-app"].Inputs);

    [Fact]
    public async Task PodDisruptionBudgets_OfTheStack_AreThisOne() => JsonAssert.Equal(
        $$"""
        {
          "apiVersion": "policy/v1",
          "kind": "PodDisruptionBudget",
          "metadata": {{Metadata}},
          "spec": { "maxUnavailable": 1, "selector": { "matchLabels": { "app.kubernetes.io/name": "sample-app" } } }
        }
        """,
        Assert.Single((await Stacks.Helm).OfKind("PodDisruptionBudget")).Inputs);
}
