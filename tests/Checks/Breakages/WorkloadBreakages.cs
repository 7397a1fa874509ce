using System.Text.Json.Nodes;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes in the objects of the workload.</summary>
internal static class WorkloadBreakages
{
    private const string App = "Deployment/sample-app";
    private const string Generator = "Deployment/load-generator";
    private const string Service = "Service/sample-app";
    private const string Policy = "NetworkPolicy/sample-app";
    private const string GeneratorPolicy = "NetworkPolicy/load-generator";
    private const string Budget = "PodDisruptionBudget/sample-app";
    private const string Container = "spec.template.spec.containers[0]";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("deployment-selector", "another label", stack => stack.With(App, "spec.selector.matchLabels.{app.kubernetes.io/name}", "app")),
        new("rolling-update", "neither surge nor unavailable", stack => stack.With(App, "spec.strategy.rollingUpdate.maxSurge", 0)),
        new("object-kind", "another version", stack => stack.With(Budget, "apiVersion", "policy/v1beta1")),
        new("service-selector", "another label", stack => stack.With(Service, "spec.selector.{app.kubernetes.io/name}", "app")),
        new("service-port", "an unknown port name", stack => stack.With(Service, "spec.ports[0].targetPort", "web")),
        new("service-port", "no target port", stack => stack.Without(Service, "spec.ports[0].targetPort")),
        new("service-port", "another protocol", stack => stack.With(Service, "spec.ports[0].protocol", "UDP")),
        new("port-numbers", "a port for root", stack => stack
            .With(App, $"{Container}.ports[0].containerPort", 80)
            .With(App, $"{Container}.env[2].value", "80")
            .With(Policy, "spec.ingress[0].ports[0].port", 80)
            .With(GeneratorPolicy, "spec.egress[0].ports[0].port", 80)),
        new("port-numbers", "a number that is no port", stack => stack
            .With(Service, "spec.ports[0].port", 80000)
            .With(Generator, $"{Container}.env[2].value", "http://sample-app.keda-demo.svc.cluster.local:80000/")),
        new("listening-port", "another number", stack => stack.With(App, $"{Container}.env[2].value", "8080")),
        new("object-namespace", "a namespace that nobody makes", stack => stack.With("ConfigMap/load-generator", "metadata.namespace", "load"))
        {
            Also = ["mounted-files"],
        },
        new("mounted-files", "another ConfigMap", stack => stack.With(Generator, "spec.template.spec.volumes[0].configMap.name", "script")),
        new("mounted-files", "another script", stack => stack.With(Generator, $"{Container}.command[1]", "/app/generator.py")),
        new("mounted-files", "another volume", stack => stack.With(Generator, $"{Container}.volumeMounts[0].name", "app")),
        new("service-address", "another Service", stack => stack.With(Generator, $"{Container}.env[2].value", "http://app.keda-demo.svc.cluster.local/")),
        new("service-address", "the container's port", stack => stack.With(Generator, $"{Container}.env[2].value", "http://sample-app.keda-demo.svc.cluster.local:8000/")),
        new("network-policy-scrape", "no kube-system", stack => stack.Without(Policy, "spec.ingress[0].from[1]")),
        new("network-policy-scrape", "another namespace", stack => stack.With(
            Policy, "spec.ingress[0].from[1].namespaceSelector.matchLabels.{kubernetes.io/metadata.name}", "monitoring")),
        new("network-policy-client", "no DNS", stack => stack.Without(GeneratorPolicy, "spec.egress[1]")),
        new("network-policy-client", "the Service's port", stack => stack.With(GeneratorPolicy, "spec.egress[0].ports[0].port", 80)),
        new("network-policy-client", "no leave to come in", stack => stack.Without(Policy, "spec.ingress[0].from[0]")),
        new("network-policy-selector", "another label", stack => stack.With(Policy, "spec.podSelector.matchLabels.{app.kubernetes.io/name}", "app")),
        new("probe-port", "an unknown port name", stack => stack.With(App, $"{Container}.livenessProbe.httpGet.port", "web")),
        new("probe-counted", "the root", stack => stack.With(App, $"{Container}.readinessProbe.httpGet.path", "/")),
        new("readiness-probe", "none", stack => stack.Without(App, $"{Container}.readinessProbe")),
        new("resource-limits", "a request above its limit", stack => stack.With(App, $"{Container}.resources.requests.memory", "256Mi")),
        new("resource-limits", "no quantity", stack => stack.With(App, $"{Container}.resources.limits.cpu", "half")),
        new("requests", "none", stack => stack.Without(App, $"{Container}.resources.requests.cpu")),
        new("node-capacity", "more replicas than room", stack => stack.With("ScaledObject/scaled-object", "spec.maxReplicaCount", 100)),
        new("disruption-budget", "minAvailable 1 with one replica", stack => stack.With(Budget, "spec.minAvailable", 1).Without(Budget, "spec.maxUnavailable")),
        new("disruption-budget", "maxUnavailable 0", stack => stack.With(Budget, "spec.maxUnavailable", 0)),
        new("disruption-budget", "all of the chart's webhooks", stack => stack.With(
            "Release/keda", "values.podDisruptionBudget.webhooks", new JsonObject { ["minAvailable"] = 1 })),
        new("disruption-budget-selector", "another label", stack => stack.With(Budget, "spec.selector.matchLabels.{app.kubernetes.io/name}", "app")),
        new("grace-period", "no time left", stack => stack.With(App, "spec.template.spec.terminationGracePeriodSeconds", 6)),
    ];
}
