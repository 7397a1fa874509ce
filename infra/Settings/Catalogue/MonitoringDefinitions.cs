namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The settings of managed Prometheus and Grafana.</summary>
internal static class MonitoringDefinitions
{
    private static readonly SettingGroup _group = new("monitoring");

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        _group.Text(
            SettingKeys.MonitorLocation,
            "",
            "The Azure region of the Azure Monitor workspace and Grafana, which are not available in every region. Empty: the same as location."),
        _group.Boolean(
            SettingKeys.Grafana,
            true,
            "Whether there is an Azure Managed Grafana, which is billed by the hour and per active user."),
        _group.Text(
            SettingKeys.GrafanaName,
            "",
            "The name of the Grafana, unique in its region across all customers: 2 to 23 letters, digits and hyphens, starting with a letter and not ending with a hyphen. Empty: made from namePrefix."),
        _group.Integer(
            SettingKeys.GrafanaMajorVersion,
            12,
            "The major version of Grafana, 12 or 13; Azure refuses 11, and an upgrade cannot be undone."),
        _group.Boolean(
            SettingKeys.RecordingRules,
            true,
            "Whether the recommended recording rules of managed Prometheus, which Grafana's dashboards use, are deployed."),
        _group.Boolean(
            SettingKeys.Dashboard,
            true,
            "Whether the autoscaler's dashboard is deployed to the Azure portal, where it costs nothing (docs/dashboard.md)."),
        _group.Boolean(
            SettingKeys.Alerts,
            true,
            "Whether alert rules on the autoscaler itself are deployed (docs/alerts.md)."),
        _group.Texts(
            SettingKeys.AlertEmails,
            "E-mail addresses to notify when an alert fires or resolves. Empty: none; the alerts still show in the Azure portal."),
        _group.Text(
            SettingKeys.ClusterLabel,
            "",
            "The value of the label cluster on the cluster's series, needed if the monitoring agent was given an alias. Empty: the cluster's name."),
    ];
}
