using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Infra.Given;

/// <summary>
/// What a stack needs of a cluster that is there. The stack does not change it: each refusal says what its owner has to do,
/// with one command of the Azure CLI for all that is missing.
/// </summary>
public static class ClusterNeeds
{
    /// <summary>Why a stack cannot use a cluster; empty where it can.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="facts">What was read of it.</param>
    /// <param name="settings">The stack's settings.</param>
    public static IReadOnlyList<string> Refusals(ExistingCluster cluster, ClusterFacts facts, StackSettings settings)
    {
        var refusals = new List<string>();
        var name = cluster.Id.Name;
        if (facts.IsStopped)
        {
            refusals.Add($"existingCluster: {name} is stopped, so that nothing can be deployed to it; run `{Az(cluster.Id, "start")}`");
        }

        if (facts.IsPrivate && cluster.KubeContext is null)
        {
            refusals.Add($"existingCluster: {name} is private, so that its listed credentials reach it from inside of its network only; run there and write kubeContext, the context that reaches it");
        }

        if (facts.LocalAccountsDisabled && cluster.KubeContext is null && settings.Cluster.Access == ClusterAccess.LocalAccounts)
        {
            refusals.Add($"access: {name} has no local accounts; write access: entra, or kubeContext with a context of your own");
        }

        if (settings.Keda.Installation == KedaInstallation.Helm && facts.KedaAddOn)
        {
            refusals.Add($"kedaInstallation: {name} has AKS' KEDA add-on, and a cluster takes one KEDA only (Helm: invalid ownership metadata); write kedaInstallation: addon");
        }

        var flags = Missing(facts, settings).ToList();
        if (flags.Count > 0)
        {
            refusals.Add(
                $"existingCluster: {name} lacks {string.Join(", ", flags.Select(flag => flag.What))}; its owner runs `{Az(cluster.Id, "update")} {string.Join(' ', flags.Select(flag => flag.Flag))}`");
        }

        return refusals;
    }

    private static IEnumerable<(string What, string Flag)> Missing(ClusterFacts facts, StackSettings settings)
    {
        var platform = settings.Platform;
        if (platform.UsesIdentity && !facts.OidcIssuer)
        {
            yield return ("the OIDC issuer", "--enable-oidc-issuer");
        }

        if (platform.UsesIdentity && !facts.WorkloadIdentity)
        {
            yield return ("workload identity", "--enable-workload-identity");
        }

        // Workload identity comes first: a KEDA that was there before it has to be restarted.
        if (settings.Keda.Installation == KedaInstallation.AddOn && !facts.KedaAddOn)
        {
            yield return ("the KEDA add-on", "--enable-keda");
        }

        if (platform.Metrics is not OwnPrometheus && !facts.Metrics)
        {
            yield return ("managed Prometheus", platform.Metrics is ExistingWorkspace workspace
                ? $"--enable-azure-monitor-metrics --azure-monitor-workspace-resource-id {workspace.Id}"
                : "--enable-azure-monitor-metrics");
        }
    }

    private static string Az(ArmId id, string verb) => $"az aks {verb} --subscription {id.Subscription} --resource-group {id.ResourceGroup} --name {id.Name}";
}
