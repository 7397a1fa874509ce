namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The settings of KEDA.</summary>
internal static class KedaDefinitions
{
    private static readonly SettingGroup _group = new("keda");

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        _group.Text(
            SettingKeys.KedaInstallation,
            "helm",
            "Where KEDA comes from: helm (the chart kedacore/keda), addon (the AKS add-on, in kube-system) or existing (it is there, in kedaNamespace)."),
        _group.Text(
            SettingKeys.KedaChartVersion,
            "2.20.2",
            "The version of the Helm chart, a semantic version; docs/versions.md says what 2.21.1 changes. No effect with the add-on."),
        _group.Text(
            SettingKeys.KedaNamespace,
            "keda",
            "The namespace of the Helm release, or of the KEDA that is there. No effect with the add-on."),
        _group.Text(
            SettingKeys.KedaServiceAccount,
            "keda-operator",
            "The service account of the operator that is there. No effect unless kedaInstallation is existing."),
        _group.Integer(
            SettingKeys.CredentialPropagationSeconds,
            90,
            "How many seconds to wait after KEDA's federated credential has been created or changed, so that Entra ID knows it everywhere; 0 to 900."),
    ];
}
