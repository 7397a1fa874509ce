using System.Text.Json.Nodes;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes that open what should be shut.</summary>
internal static class SecurityBreakages
{
    private const string Aks = "ManagedCluster/aks";
    private const string App = "Deployment/sample-app";
    private const string Pod = "spec.template.spec";
    private const string Context = $"{Pod}.containers[0].securityContext";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("public-exposure", "a load balancer", stack => stack.With("Service/sample-app", "spec.type", "LoadBalancer")),
        new("public-exposure", "an ingress", stack => stack.WithObject(
            "kubernetes:networking.k8s.io/v1:Ingress", "web", """{"metadata":{"name":"web","namespace":"keda-demo"},"spec":{}}""")),
        new("plain-secret", "a Secret", stack => stack.WithObject(
            "kubernetes:core/v1:Secret", "key", """{"metadata":{"name":"key","namespace":"keda-demo"},"stringData":{"key":"value"}}""")),
        new("plain-secret", "a variable", stack => stack.With(
            App, $"{Pod}.containers[0].env[4]", new JsonObject { ["name"] = "DB_PASSWORD", ["value"] = "hunter2" })),
        new("plain-secret", "a connection string", stack => stack.With(
            "ConfigMap/load-generator", "data.settings", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc==")),
        new("wildcard-allow-list", "every label", stack => stack.With(
            Aks, "azureMonitorProfile.metrics.kubeStateMetrics.metricLabelsAllowlist", "pods=[*]")),
        new("wildcard-allow-list", "every address", stack => stack.With(Aks, "apiServerAccessProfile.authorizedIPRanges", new JsonArray("0.0.0.0/0"))),
        new("local-accounts", "left on", stack => stack.Without(Aks, "disableLocalAccounts")) { Stack = PreviewedStacks.Entra },
        new("local-accounts", "off without Entra ID", stack => stack.With(Aks, "disableLocalAccounts", true)),
        new("local-accounts", "no Azure RBAC", stack => stack.With(Aks, "aadProfile.enableAzureRBAC", false)) { Stack = PreviewedStacks.Entra },
        new("pod-security", "root", stack => stack.Without(App, $"{Pod}.securityContext.runAsNonRoot")),
        new("pod-security", "no number", stack => stack.Without(App, $"{Pod}.securityContext.runAsUser")),
        new("pod-security", "privileges", stack => stack.Without(App, $"{Context}.allowPrivilegeEscalation")),
        new("pod-security", "capabilities", stack => stack.Without(App, $"{Context}.capabilities")),
        new("pod-security", "no seccomp profile", stack => stack.Without(App, $"{Pod}.securityContext.seccompProfile")),
        new("pod-security", "the host's network", stack => stack.With(App, $"{Pod}.hostNetwork", true)),
        new("pod-security", "the chart's operator as root", stack => stack.With("Release/keda", "values.podSecurityContext.operator.runAsNonRoot", false)),
        new("pod-hardening", "a writable root", stack => stack.With(App, $"{Context}.readOnlyRootFilesystem", false)),
        new("pod-hardening", "a token", stack => stack.Without(App, $"{Pod}.automountServiceAccountToken")),
        new("namespace-pod-security", "baseline", stack => stack.With(
            "Namespace/keda-demo", "metadata.labels.{pod-security.kubernetes.io/enforce}", "baseline")),
        new("image-pinned", "a tag", stack => stack.With(App, $"{Pod}.containers[0].image", "docker.io/library/python:3.12-slim")),
        new("image-pinned", "any chart", stack => stack.Without("Release/keda", "version")),
        new("chart-repository", "somebody else's", stack => stack.With("Release/keda", "repositoryOpts.repo", "https://example.com/charts")),
        new("grafana-keys", "switched on", stack => stack.With("Grafana/grafana", "properties.apiKey", "Enabled")),
    ];
}
