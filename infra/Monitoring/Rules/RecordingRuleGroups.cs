using Pulumi;
using Pulumi.AzureNative.AlertsManagement.Inputs;

namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>
/// The recording rules without which most of the stock dashboards of Managed Grafana stay empty. The portal makes them
/// when it turns managed Prometheus on; a template has to bring them.
/// </summary>
internal sealed class RecordingRuleGroups : ComponentResource
{
    /// <summary>Creates the groups.</summary>
    public RecordingRuleGroups(string name, ClusterRuleGroups groups, ComponentResourceOptions options)
        : base("kedastack:monitoring:RecordingRuleGroups", name, options)
    {
        Create("node-recording-rules", NodeRules.Group);
        Create("kubernetes-recording-rules", KubernetesRules.Group);
        RegisterOutputs();

        void Create(string logicalName, RecordingRuleGroup group) =>
            groups.Create(this, logicalName, group.Name, group.Description, group.Rules.Select(ToArgs));
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
