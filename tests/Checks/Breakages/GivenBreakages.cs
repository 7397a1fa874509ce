using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>What is wrong with, or not known of, what a stack is given.</summary>
internal static class GivenBreakages
{
    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("given-refused", "a cluster without its issuer", stack => With(stack, given => given with { Refusals = ["existingCluster: prod lacks the OIDC issuer"] })),
        new("given-not-read", "a workspace that nobody read", stack => With(stack, given => given with { NotRead = ["the workspace metrics"] })),
        new("given-without-effect", "nodes of a cluster that is given", stack => With(stack, given => given with { WithoutEffect = ["nodeVmSize"] })),
        new("replicas-below-present", "more replicas today", stack => With(stack, given => given with { Objects = [Today(stack, "Deployment", "apps/v1", "sample-app", """{ "replicas": 5, "selector": { "matchLabels": { "app": "other" } }, "template": { "metadata": { "labels": { "app": "other" } }, "spec": { "containers": [{ "name": "app" }] } } }""")] })),
        new("replicas-below-present", "an HPA with a higher minimum", stack => With(stack, given => given with
        {
            Objects = [Today(stack, "HorizontalPodAutoscaler", "autoscaling/v2", "app", """{ "minReplicas": 3, "scaleTargetRef": { "kind": "Deployment", "name": "sample-app" } }""")],
        })),
        new("monitor-release", "no label for kube-prometheus-stack", stack => With(stack.WithObject(ResourceTypes.OtherPodMonitor, "unlabelled", Monitor("")), given => given with { HasPrometheus = true })),
        new("monitor-release", "another label than the Prometheus selects", stack => With(
            stack.WithObject(ResourceTypes.OtherPodMonitor, "labelled", Monitor("\"release\": \"other\"")),
            given => given with
            {
                HasPrometheus = true,
                Objects = [Today(stack, "Prometheus", "monitoring.coreos.com/v1", "kube", """{ "podMonitorSelector": { "matchLabels": { "release": "monitoring" } } }""")],
            })),
    ];

    private static string Monitor(string labels) => $$"""
        {
          "apiVersion": "monitoring.coreos.com/v1", "kind": "PodMonitor",
          "metadata": { "name": "app", "namespace": "keda-demo", "labels": { {{labels}} } },
          "spec": { "selector": { "matchLabels": { "app.kubernetes.io/name": "sample-app" } }, "podMetricsEndpoints": [{ "port": "http", "path": "/metrics" }] }
        }
        """;

    private static GraphResource Today(ResourceGraph stack, string kind, string apiVersion, string name, string spec) => stack.Named("Service/sample-app") with
    {
        Name = name,
        Urn = $"given-{kind}-{name}",
        Type = $"kubernetes:{apiVersion}:{kind}",
        Inputs = JsonNode.Parse($$"""{ "apiVersion": "{{apiVersion}}", "kind": "{{kind}}", "metadata": { "name": "{{name}}", "namespace": "keda-demo" }, "spec": {{spec}} }""")!.AsObject(),
    };

    private static ResourceGraph With(ResourceGraph stack, Func<GivenParts, GivenParts> change) => stack with { Given = change(stack.Given) };
}
