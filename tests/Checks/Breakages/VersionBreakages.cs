using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Versions that cannot do what the stack asks, or soon cannot.</summary>
internal static class VersionBreakages
{
    private const string Aks = "ManagedCluster/aks";
    private const string Keda = "Release/keda";
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string KubernetesVersion = "kubernetesVersion";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("keda-version", "a chart without managed Prometheus", stack => stack.With(Keda, "version", "2.9.3")),
        new("keda-version", "KEDA 1", stack => stack.With(Keda, "version", "1.5.0")),
        new("fallback-behavior-version", "a chart before 2.17", stack => WithFallback(stack).With(Keda, "version", "2.16.1")),
        new("fallback-behavior-version", "an add-on before 2.17", stack => WithFallback(stack).With(Aks, KubernetesVersion, "1.32"))
        {
            Stack = PreviewedStacks.AddOn,
            Also = ["kubernetes-support"],
        },
        new("keda-removed-field", "a chart from 2.18 on", stack => WithCpu(stack, "cpu").With(Keda, "version", "2.18.0")),
        new("keda-removed-field", "an add-on from 2.18 on", stack => WithCpu(stack, "memory").With(Aks, KubernetesVersion, "1.36"))
        {
            Stack = PreviewedStacks.AddOn,
        },
        new("keda-upgrade", "AKS' default", stack => WithCpu(stack, "cpu")) { Stack = PreviewedStacks.AddOn },
        new("keda-upgrade", "1.34", stack => WithCpu(stack, "memory").With(Aks, KubernetesVersion, "1.34.2"))
        {
            Stack = PreviewedStacks.AddOn,
            Also = ["kubernetes-patch-version"],
        },
        new("kubernetes-support", "1.33", stack => stack.With(Aks, KubernetesVersion, "1.33")),
        new("kubernetes-support", "older than the table", stack => stack.With(Aks, KubernetesVersion, "1.27.9")) { Also = ["kubernetes-patch-version"] },
        new("kubernetes-patch-version", "a patch", stack => stack.With(Aks, KubernetesVersion, "1.35.2")),
        new("kubernetes-patch-version", "a patch, and newer minors", stack => stack
            .With(Aks, KubernetesVersion, "1.36.1").With(Aks, "autoUpgradeProfile.upgradeChannel", "stable")),
        new("kubernetes-support", "1.30 with long-term support", stack => stack
            .With(Aks, KubernetesVersion, "1.30")
            .With(Aks, "sku.tier", "Premium")
            .With(Aks, "supportPlan", "AKSLongTermSupport")),
    ];

    /// <summary>With a fallback that has a behavior.</summary>
    public static ResourceGraph WithFallback(ResourceGraph stack) => stack.With(
        ScaledObject, "spec.fallback", new JsonObject { ["failureThreshold"] = 3, ["replicas"] = 3, ["behavior"] = "static" });

    /// <summary>With a second trigger whose metric type is where KEDA 2.18 no longer reads it.</summary>
    public static ResourceGraph WithCpu(ResourceGraph stack, string type) => stack.With(
        ScaledObject, "spec.triggers[1]", new JsonObject { ["type"] = type, ["metadata"] = new JsonObject { ["type"] = "Utilization", ["value"] = "50" } });
}
