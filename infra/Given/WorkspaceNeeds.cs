using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Infra.Given;

/// <summary>What a stack needs of a workspace, and of a data collection rule, that are there.</summary>
public static class WorkspaceNeeds
{
    private const string Stream = "Microsoft-PrometheusMetrics";

    /// <summary>Why a stack cannot query a workspace; null where it can.</summary>
    /// <param name="id">The workspace.</param>
    /// <param name="provisioningState">Its state.</param>
    /// <param name="queryEndpoint">The address of its query API.</param>
    public static string? Refusal(ArmId id, string? provisioningState, string? queryEndpoint) =>
        provisioningState is not (null or "Succeeded")
            ? $"existingWorkspace: {id.Name} is in the state {provisioningState}; look at `az monitor account show --ids {id}` and mend it first"
            : string.IsNullOrEmpty(queryEndpoint)
                ? $"existingWorkspace: {id.Name} has no query endpoint; look at `az monitor account show --ids {id} --query metrics`"
                : null;

    /// <summary>Why a data collection rule does not bring the metrics to the workspace; null where it does.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="streams">Its streams.</param>
    /// <param name="accounts">The ids of the workspaces that it sends to.</param>
    /// <param name="workspace">The workspace that is queried; null for one that does not exist yet.</param>
    public static string? RuleRefusal(ArmId rule, IEnumerable<string> streams, IReadOnlyList<string> accounts, ArmId? workspace) =>
        !streams.Contains(Stream, StringComparer.OrdinalIgnoreCase)
            ? $"existingDataCollectionRule: {rule.Name} has no stream {Stream}, so that no metric goes through it; name the rule of managed Prometheus, which is often called MSProm-REGION-CLUSTER"
            : workspace is null
                ? $"existingDataCollectionRule: {rule.Name} cannot send to a workspace that this stack is about to make; write existingWorkspace, too"
                : accounts.Any(workspace.Is)
                    ? null
                    : $"existingDataCollectionRule: {rule.Name} sends to {(accounts.Count == 0 ? "no workspace" : string.Join(" and ", accounts))}, not to existingWorkspace; name that workspace, or another rule";

    /// <summary>Why a cluster's metrics do not reach the workspace; null where they do.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="accounts">The workspaces that the rules associated with the cluster send to.</param>
    public static string? AssociationRefusal(ArmId cluster, ArmId workspace, IReadOnlyList<string> accounts) =>
        accounts.Any(workspace.Is) ? null
            : accounts.Count == 0
                ? $"existingCluster: {cluster.Name} is associated with no rule that sends to {workspace.Name}, so that every query has an empty answer; its owner runs `az aks update --subscription {cluster.Subscription} --resource-group {cluster.ResourceGroup} --name {cluster.Name} --enable-azure-monitor-metrics --azure-monitor-workspace-resource-id {workspace}`"
                : $"existingWorkspace: {cluster.Name} sends to {string.Join(" and ", accounts)}; write that workspace";
}
