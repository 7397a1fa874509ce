namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The settings of the whole stack.</summary>
internal static class GeneralDefinitions
{
    private static readonly SettingGroup _group = new("general");

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        _group.Text(
            SettingKeys.Location,
            "eastus",
            "The Azure region, as the short name that `az account list-locations` prints."),
        _group.Text(
            SettingKeys.Cloud,
            "",
            "The cloud of the regions: public, usgovernment or china. Empty: the one that location is in, or public; needed only for a region that is newer than the list of them."),
        _group.Text(
            SettingKeys.NamePrefix,
            "kedastack",
            "The beginning of every Azure resource's name: 1 to 30 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen."),
        _group.Text(
            SettingKeys.ResourceGroup,
            "",
            "The name of a resource group that is there, for everything that the stack makes in Azure. Empty: one is created."),
        _group.Texts(
            SettingKeys.Tags,
            "Tags of every Azure resource, each written name=value; at most 50."),
        _group.Boolean(
            SettingKeys.Protect,
            false,
            "Whether Pulumi refuses to delete the cluster and the Azure Monitor workspace."),
        _group.Texts(
            SettingKeys.AllowReplacement,
            "What an update may replace or remove: workspace (deletes the metrics), cluster (and all in it), keda (its release, once moved by hand). Empty: nothing; such an update is refused (docs/changes.md)."),
        _group.Texts(
            SettingKeys.Admins,
            "Who administers Grafana and, with entra access, the cluster: Entra object ids or user principal names. Empty: the deploying identity, which a list must include when access is entra."),
        _group.Texts(
            SettingKeys.SuppressedChecks,
            "Checks whose findings `kedastack check` does not report, each written id=reason with the check's id (docs/checks.md). Empty: all are reported."),
    ];
}
