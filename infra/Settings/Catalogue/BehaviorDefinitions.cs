namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The settings of the HPA's behavior.</summary>
internal static class BehaviorDefinitions
{
    private static readonly SettingGroup _group = new("scaling");

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        _group.Text(
            SettingKeys.ScaleUpStabilizationWindowSeconds,
            "",
            "The stabilization window for scaling up in seconds, 0 to 3600. Empty: Kubernetes' default, 0."),
        _group.Texts(
            SettingKeys.ScaleUpPolicies,
            "The policies for scaling up, such as 4 Pods/15s or 100 Percent/15s, with periods of 1s to 1800s. Empty: Kubernetes' defaults."),
        _group.Text(
            SettingKeys.ScaleUpSelectPolicy,
            "",
            "Which of the policies for scaling up decides: Max, Min or Disabled. Empty: Kubernetes' default, Max."),
        _group.Text(
            SettingKeys.ScaleDownStabilizationWindowSeconds,
            "",
            "The stabilization window for scaling down in seconds, 0 to 3600. Empty: Kubernetes' default, 300."),
        _group.Texts(
            SettingKeys.ScaleDownPolicies,
            "The policies for scaling down, such as 1 Pods/30s or 50 Percent/1m, with periods of 1s to 1800s. Empty: Kubernetes' default."),
        _group.Text(
            SettingKeys.ScaleDownSelectPolicy,
            "",
            "Which of the policies for scaling down decides: Max, Min or Disabled. Empty: Kubernetes' default, Max."),
    ];
}
