namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes that Azure or the provider refuses.</summary>
internal static class AzureBreakages
{
    private const string Aks = "ManagedCluster/aks";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("node-resource-group", "an identity beside the nodes", stack => stack.With("UserAssignedIdentity/keda-identity", "resourceGroupName", "MC_prod_prod_westeurope"))
        {
            Also = ["resource-group"],
        },
        new("resource-group", "another group", stack => stack.With("Grafana/grafana", "resourceGroupName", "other")),
        new("name-limits", "a long Grafana", stack => stack.With("Grafana/grafana", "workspaceName", "kedastack-development-dc5d09")),
        new("name-limits", "a long short name", stack => stack.With("ActionGroup/alert-emails", "groupShortName", "autoscaler-of-dev")) { Stack = PreviewedStacks.WithEmail },
        new("name-limits", "a long dashboard", stack => stack.With("Dashboard/autoscaler-dashboard", "dashboardName", "kedastack-development-autoscaler")),
        new("name-limits", "a long ScaledObject", stack => stack.With("ScaledObject/scaled-object", "metadata.name", new string('a', 55))),
        new("name-limits", "capital letters", stack => stack.With("TriggerAuthentication/keda-authentication", "metadata.name", "Managed-Prometheus")
            .With("ScaledObject/scaled-object", "spec.triggers[0].authenticationRef.name", "Managed-Prometheus")),
        new("node-pools", "no system pool", stack => stack.With(Aks, "agentPoolProfiles[0].mode", "User")),
        new("node-pools", "bounds the wrong way round", stack => stack.With(Aks, "agentPoolProfiles[0].minCount", 5)),
        new("node-pools", "a long name", stack => stack.With(Aks, "agentPoolProfiles[0].name", "systemnodepool")),
        new("cluster-network", "overlapping ranges", stack => stack.With(Aks, "networkProfile.podCidr", "10.0.0.0/8")),
        new("cluster-network", "DNS elsewhere", stack => stack.With(Aks, "networkProfile.dnsServiceIP", "10.1.0.10")),
        new("cluster-network", "nobody enforces policies", stack => stack
            .Without(Aks, "networkProfile.networkPolicy")
            .Without(Aks, "networkProfile.networkDataplane")),
        new("cluster-network", "overlay without its plugin", stack => stack.With(Aks, "networkProfile.networkPlugin", "kubenet")),
        new("allowed-values", "an unknown tier", stack => stack.With(Aks, "sku.tier", "Basic")),
        new("allowed-values", "a number out of range", stack => stack.With(Aks, "securityProfile.imageCleaner.intervalHours", 1)),
        new("allowed-values", "an unknown provider of pod identities", stack => stack
            .WithCopy("TriggerAuthentication/keda-authentication", "other")
            .With("TriggerAuthentication/other", "metadata.name", "other")
            .With("TriggerAuthentication/other", "spec.podIdentity.provider", "azure")),
        new("support-plan", "Premium without its plan", stack => stack.With(Aks, "sku.tier", "Premium")),
        new("support-plan", "long-term support on the free tier", stack => stack.With(Aks, "supportPlan", "AKSLongTermSupport")),
        new("region-unknown", "a slip of the pen", stack => stack
            .With("UserAssignedIdentity/keda-identity", "location", "eastsu")),
        new("provider-cloud", "a resource through the default provider", stack => stack
            .Edited("UserAssignedIdentity/keda-identity", one => one with { Provider = null })) { Stack = PreviewedStacks.Government },
        new("provider-cloud", "another environment", stack => stack
            .With("azure-native/azure-native", "environment", "china")) { Stack = PreviewedStacks.Government },
        new("cluster-provider", "the default provider", stack => stack.Edited("Service/sample-app", one => one with { Provider = null })),
    ];
}
