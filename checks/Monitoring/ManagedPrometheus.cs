using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring;

/// <summary>Managed Prometheus is on in the cluster, which has a managed identity.</summary>
internal sealed class ManagedPrometheus() : Check(new()
{
    Id = "managed-prometheus",
    Severity = Severity.Error,
    Title = "Managed Prometheus is on in the cluster, which has a managed identity",
    Failure = "`no matches for kind \"ServiceMonitor\" in version \"azmonitoring.coreos.com/v1\"`, and an empty workspace",
    Cause = "The profile installs the metrics agent and its custom resource definitions; the agent signs in as a managed identity.",
    Fix = "Set `azureMonitorProfile.metrics.enabled` to true and `identity.type` to SystemAssigned.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster))
        {
            if (!stack.Given.HasPrometheus && !cluster.Inputs.IsTrue("azureMonitorProfile.metrics.enabled"))
            {
                yield return Found(
                    cluster, "azureMonitorProfile.metrics.enabled", cluster.Inputs.Shown("azureMonitorProfile.metrics.enabled"), "true");
            }

            if (cluster.Inputs.Text("identity.type") is not ("SystemAssigned" or "UserAssigned"))
            {
                yield return Found(cluster, "identity.type", cluster.Inputs.Shown("identity.type"), "SystemAssigned or UserAssigned");
            }
        }
    }
}
