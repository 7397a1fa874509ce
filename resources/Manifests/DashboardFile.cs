using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Dashboards;
using KedaStack.Infra.Settings;

namespace KedaStack.Resources.Manifests;

/// <summary>The autoscaler's dashboard as Grafana's JSON, to import by hand.</summary>
internal static class DashboardFile
{
    /// <summary>The file.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="cluster">The value of the label <c>cluster</c>; null where there is no such label.</param>
    public static ManifestFile Render(StackSettings settings, string? cluster) => new(
        $"{ManifestDirectory.Monitoring}/autoscaler-dashboard.json",
        GrafanaJson.Text(AutoscalerDashboard.For(AutoscalerSeries.Of(settings, cluster), settings.Scaling)));
}
