namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>What the stock dashboards Kubernetes / Compute Resources read, from cluster down to pod.</summary>
internal static class KubernetesRules
{
    /// <summary>The group, in the order of Microsoft's.</summary>
    public static RecordingRuleGroup Group { get; } = new(
        "KubernetesRecordingRulesRuleGroup",
        "Kubernetes: what the Compute Resources dashboards read.",
        [
            .. ContainerUsageRules.All,
            .. ContainerResourceRules.For("requests"),
            .. ContainerResourceRules.For("limits"),
            .. PodOwnerRules.All,
            .. ClusterRules.All,
        ]);
}
