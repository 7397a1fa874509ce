using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring;

/// <summary>Grafana is linked to a workspace, of a size that can still be made.</summary>
internal sealed class GrafanaWorkspace() : Check(new()
{
    Id = "grafana-workspace",
    Severity = Severity.Error,
    Title = "Grafana is linked to a workspace, of a size that can still be made",
    Failure = "a Grafana without data source and dashboards; for Essential `SkuNotAvailable`",
    Cause = "The link makes the data source and imports the stock dashboards. The tier Essential cannot be created any more.",
    Fix = "Put the workspace's id into `grafanaIntegrations.azureMonitorWorkspaceIntegrations`, and set `sku.name` to Standard.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Integrations = "properties.grafanaIntegrations.azureMonitorWorkspaceIntegrations";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var grafana in stack.OfType(ResourceTypes.Grafana))
        {
            if (!grafana.Inputs.Objects(Integrations).Any(integration =>
                stack.Referenced(integration.Text("azureMonitorWorkspaceResourceId"), ResourceTypes.Workspace, "id") is not null
                || integration.Text("azureMonitorWorkspaceResourceId")?.Contains("/providers/Microsoft.Monitor/accounts/", StringComparison.OrdinalIgnoreCase) is true))
            {
                yield return Found(grafana, Integrations, grafana.Inputs.Shown(Integrations), "the id of a workspace");
            }

            if (grafana.Inputs.Text("sku.name") != "Standard")
            {
                yield return Found(grafana, "sku.name", grafana.Inputs.Shown("sku.name"), "Standard");
            }
        }
    }
}
