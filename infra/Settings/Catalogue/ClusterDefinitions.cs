namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The settings of the AKS cluster.</summary>
internal static class ClusterDefinitions
{
    private static readonly SettingGroup _group = new("cluster");

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        _group.Text(
            SettingKeys.ExistingCluster,
            "",
            "The id of an AKS cluster to use, which is read and never changed (docs/adopt.md). Empty: a cluster is created, or kubeContext names one."),
        _group.Text(
            SettingKeys.KubeContext,
            "",
            "The kubeconfig's context that reaches the cluster; without existingCluster one that is no AKS. Empty: the credentials that Azure lists."),
        _group.Text(
            SettingKeys.Sku,
            "Base",
            "The kind of AKS cluster that is created: Base, or Automatic, whose nodes, tier and network Azure chooses, with access: entra and kedaInstallation: addon (docs/adopt.md; unproven against Azure)."),
        _group.Text(
            SettingKeys.Access,
            "localAccounts",
            "How people and Pulumi sign in to the cluster: localAccounts (the cluster's own certificates) or entra (Microsoft Entra ID with Azure RBAC, local accounts off)."),
        _group.Text(
            SettingKeys.Kubelogin,
            "azurecli",
            "How kubelogin gets its token with entra access: azurecli or workloadidentity. No effect otherwise."),
        _group.Text(
            SettingKeys.KubernetesVersion,
            "",
            "The Kubernetes version at creation, 1.N or 1.N.P, in quotes. Later changes have no effect: patches come with the upgrade channel, others with `az aks upgrade`. Empty: AKS' default in the region."),
        _group.Text(
            SettingKeys.NodeVmSize,
            "Standard_D2s_v5",
            "The VM size of the nodes."),
        _group.Integer(
            SettingKeys.NodeCountMin,
            2,
            "Minimum node count of the cluster autoscaler, 1 to 1000."),
        _group.Integer(
            SettingKeys.NodeCountMax,
            4,
            "Maximum node count of the cluster autoscaler, 1 to 1000, not below nodeCountMin."),
        _group.Text(
            SettingKeys.Tier,
            "Free",
            "The pricing tier of the control plane: Free (no service level agreement), Standard or Premium, which comes with the plan for long-term support (AKSLongTermSupport) that Azure demands of it."),
        _group.Integers(
            SettingKeys.Zones,
            "The availability zones of the nodes: any of 1, 2 and 3. Empty: none; not every region and VM size has them."),
    ];
}
