using KedaStack.Infra.Clouds;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>The words that settings allow.</summary>
internal static class SettingWords
{
    public static Words<AzureCloud> Cloud { get; } = new([.. Enum.GetValues<AzureCloud>().Select(cloud => (cloud.ForPulumi(), cloud))]);

    public static Words<ClusterSku> Sku { get; } = new(("Base", ClusterSku.Base), ("Automatic", ClusterSku.Automatic));

    public static Words<ClusterAccess> Access { get; } =
        new(("localAccounts", ClusterAccess.LocalAccounts), ("entra", ClusterAccess.Entra));

    public static Words<KubeloginMode> Kubelogin { get; } =
        new(("azurecli", KubeloginMode.AzureCli), ("workloadidentity", KubeloginMode.WorkloadIdentity));

    public static Words<ClusterTier> Tier { get; } =
        new(("Free", ClusterTier.Free), ("Standard", ClusterTier.Standard), ("Premium", ClusterTier.Premium));

    public static Words<KedaInstallation> Installation { get; } =
        new(("helm", KedaInstallation.Helm), ("addon", KedaInstallation.AddOn), ("existing", KedaInstallation.Existing));

    public static Words<QueryScope> Scope { get; } =
        new(("workspace", QueryScope.Workspace), ("cluster", QueryScope.Cluster), ("namespace", QueryScope.Namespace));

    public static Words<PrometheusAuthMode> PrometheusAuth { get; } =
        new(
            ("none", PrometheusAuthMode.None),
            ("bearer", PrometheusAuthMode.Bearer),
            ("basic", PrometheusAuthMode.Basic),
            ("tls", PrometheusAuthMode.Tls),
            ("custom", PrometheusAuthMode.Custom),
            ("azure", PrometheusAuthMode.Azure));

    public static Words<Sample> Samples { get; } = new(("http", Sample.Http));

    public static Words<Replaceable> AllowReplacement { get; } =
        new(("workspace", Replaceable.Workspace), ("cluster", Replaceable.Cluster), ("keda", Replaceable.Keda));

    public static Words<FallbackBehavior> FallbackBehavior { get; } =
        new(
            ("static", Scaling.Keda.FallbackBehavior.Static),
            ("currentReplicas", Scaling.Keda.FallbackBehavior.CurrentReplicas),
            ("currentReplicasIfHigher", Scaling.Keda.FallbackBehavior.CurrentReplicasIfHigher),
            ("currentReplicasIfLower", Scaling.Keda.FallbackBehavior.CurrentReplicasIfLower));

    public static Words<SelectPolicy> SelectPolicy { get; } =
        new(
            ("Max", Scaling.Hpa.Spec.SelectPolicy.Max),
            ("Min", Scaling.Hpa.Spec.SelectPolicy.Min),
            ("Disabled", Scaling.Hpa.Spec.SelectPolicy.Disabled));
}
