namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The settings of managed Prometheus and Grafana.</summary>
internal static class MonitoringDefinitions
{
    private static readonly SettingGroup _group = new("monitoring");

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        _group.Text(
            SettingKeys.ExistingWorkspace,
            "",
            "The id of an Azure Monitor workspace to query. Empty: one is created, unless prometheusUrl says otherwise."),
        _group.Text(
            SettingKeys.ExistingDataCollectionRule,
            "",
            "The id of the rule of existingWorkspace with which a cluster that has none is associated. Empty: one is created, or a given cluster sends there already."),
        _group.Text(
            SettingKeys.ExistingGrafana,
            "",
            "The id of an Azure Managed Grafana that may read the workspace. Empty: one is created if grafana is true."),
        _group.Text(
            SettingKeys.PrometheusUrl,
            "",
            "The address of any Prometheus to query instead of a workspace, as KEDA's pods reach it, without /api/v1. Empty: none."),
        _group.Text(
            SettingKeys.PrometheusAuth,
            "",
            "How KEDA signs in to prometheusUrl: none, bearer, basic, tls, custom or azure. Empty: azure for a workspace's address, else none."),
        _group.Text(
            SettingKeys.PrometheusSecret,
            "",
            "The Secret in each workload's namespace with what bearer, basic, tls or custom needs (docs/adopt.md). Empty: none."),
        _group.Text(
            SettingKeys.PrometheusAudience,
            "",
            "The scope of the token of azure for a prometheusUrl that is no workspace, such as api://APP_ID/.default. Empty: Azure Monitor's."),
        _group.Text(
            SettingKeys.PrometheusScope,
            "workspace",
            "What KEDA's identity may read: workspace, cluster for the cluster's own series only, or namespace for those of what is scaled (docs/adopt.md; unproven against Azure)."),
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
