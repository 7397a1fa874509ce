using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.AzureNative.AlertsManagement;
using Pulumi.AzureNative.AlertsManagement.Inputs;
using Pulumi.AzureNative.ContainerService;
using Pulumi.AzureNative.Monitor;
using Pulumi.AzureNative.Resources;

namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>
/// The recording rules without which most of the stock dashboards of Managed Grafana stay empty. The portal makes them
/// when it turns managed Prometheus on; a template has to bring them.
/// </summary>
internal sealed class RecordingRuleGroups : ComponentResource
{
    private const string EvaluationInterval = "PT1M";

    /// <summary>Creates the groups.</summary>
    public RecordingRuleGroups(
        string name,
        StackSettings settings,
        ResourceNames names,
        ResourceGroup resourceGroup,
        AzureMonitorWorkspace workspace,
        ManagedCluster cluster,
        InputMap<string> tags,
        ComponentResourceOptions options)
        : base("kedastack:monitoring:RecordingRuleGroups", name, options)
    {
        Create("node-recording-rules", NodeRules.Group);
        Create("kubernetes-recording-rules", KubernetesRules.Group);
        RegisterOutputs();

        void Create(string logicalName, RecordingRuleGroup group) =>
            _ = new PrometheusRuleGroup(logicalName, new PrometheusRuleGroupArgs
            {
                ResourceGroupName = resourceGroup.Name,
                RuleGroupName = $"{group.Name}-{names.Cluster}",
                Description = group.Description,
                Location = settings.Monitoring.Location,
                // Without the cluster, the rules would run over the series of every cluster in the workspace.
                Scopes = { workspace.Id, cluster.Id },
                ClusterName = settings.Monitoring.ClusterLabel ?? names.Cluster,
                Interval = EvaluationInterval,
                Enabled = true,
                Rules = group.Rules.Select(ToArgs).ToArray(),
                Tags = tags,
            }, new CustomResourceOptions { Parent = this });
    }

    private static PrometheusRuleArgs ToArgs(RecordingRule rule)
    {
        var args = new PrometheusRuleArgs { Record = rule.Record, Expression = rule.Expression, Enabled = true };
        if (!rule.Labels.IsEmpty)
        {
            args.Labels = rule.Labels;
        }

        return args;
    }
}
