using KedaStack.Infra.Naming;
using KedaStack.Infra.Platform;
using Pulumi;
using Pulumi.AzureNative.AlertsManagement;
using Pulumi.AzureNative.AlertsManagement.Inputs;

namespace KedaStack.Infra.Monitoring;

/// <summary>Makes Prometheus rule groups of Azure that run over the series of one cluster.</summary>
/// <param name="names">The names.</param>
/// <param name="resourceGroup">Where the groups are.</param>
/// <param name="workspace">The workspace with the series.</param>
/// <param name="cluster">The cluster.</param>
/// <param name="tags">The tags.</param>
internal sealed class ClusterRuleGroups(
    ResourceNames names,
    Output<string> resourceGroup,
    MonitorWorkspace workspace,
    AzureCluster cluster,
    InputMap<string> tags)
{
    private const string EvaluationInterval = "PT1M";

    /// <summary>Creates a group, enabled and evaluated every minute.</summary>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="logicalName">Its name in the stack.</param>
    /// <param name="groupName">Its name in Azure, to which the cluster's is added.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="rules">The rules.</param>
    public void Create(Resource parent, string logicalName, string groupName, string description, IEnumerable<PrometheusRuleArgs> rules) =>
        _ = new PrometheusRuleGroup(logicalName, new PrometheusRuleGroupArgs
        {
            ResourceGroupName = resourceGroup,
            RuleGroupName = $"{groupName}-{names.Cluster}",
            Description = description,
            Location = workspace.Location,
            // Without the cluster, the rules would run over the series of every cluster in the workspace.
            Scopes = { workspace.Id, cluster.Id },
            ClusterName = names.ClusterLabel!,
            Interval = EvaluationInterval,
            Enabled = true,
            Rules = rules.ToArray(),
            Tags = tags,
        }, new CustomResourceOptions { Parent = parent });
}
