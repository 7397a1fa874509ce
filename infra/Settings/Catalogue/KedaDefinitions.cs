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
            "Where KEDA comes from: helm (the chart kedacore/keda) or addon (the AKS add-on, in kube-system)."),
        _group.Text(
            SettingKeys.KedaChartVersion,
            "2.20.2",
            "The version of the Helm chart, a semantic version; docs/versions.md says what 2.21.1 changes. No effect with the add-on."),
        _group.Text(
            SettingKeys.KedaNamespace,
            "keda",
            "The namespace of the Helm release. No effect with the add-on."),
        _group.Integer(
            SettingKeys.CredentialPropagationSeconds,
            90,
            "How many seconds to wait after KEDA's federated credential has been created or changed, so that Entra ID knows it everywhere; 0 to 900."),
    ];
}
