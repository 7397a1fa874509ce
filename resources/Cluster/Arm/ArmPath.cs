using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Resources.Cluster.Arm;

/// <summary>The paths that are read of Azure Resource Manager, with the versions of its API that the Pulumi program uses, too.</summary>
internal static class ArmPath
{
    /// <summary>What each of them begins with.</summary>
    public const string Root = "/subscriptions/";

    /// <summary>The type of an AKS cluster.</summary>
    public const string ClusterType = "Microsoft.ContainerService/managedClusters";

    /// <summary>The type of an Azure Monitor workspace.</summary>
    public const string WorkspaceType = "Microsoft.Monitor/accounts";

    /// <summary>The type of a user-assigned identity.</summary>
    public const string IdentityType = "Microsoft.ManagedIdentity/userAssignedIdentities";

    /// <summary>The type of a data collection rule.</summary>
    public const string RuleType = "Microsoft.Insights/dataCollectionRules";

    private const string Clusters = "api-version=2025-09-01";
    private const string Insights = "api-version=2022-06-01";
    private const string Monitor = "api-version=2023-04-03";
    private const string Identities = "api-version=2023-01-31";
    private const string Authorization = "api-version=2022-04-01";

    /// <summary>A cluster.</summary>
    public static string Cluster(ArmId id) => $"{id}?{Clusters}";

    /// <summary>The node pools of a cluster.</summary>
    public static string NodePools(ArmId cluster) => $"{cluster}/agentPools?{Clusters}";

    /// <summary>The clusters of a subscription.</summary>
    public static string ClustersOf(string subscription) => $"{Root}{subscription}/providers/{ClusterType}?{Clusters}";

    /// <summary>The data collection rules with which a cluster is associated.</summary>
    public static string Associations(ArmId cluster) => $"{cluster}/providers/Microsoft.Insights/dataCollectionRuleAssociations?{Insights}";

    /// <summary>A data collection rule.</summary>
    public static string Rule(string id) => $"{id}?{Insights}";

    /// <summary>A workspace.</summary>
    public static string Workspace(string id) => $"{id}?{Monitor}";

    /// <summary>The workspaces of a subscription.</summary>
    public static string WorkspacesOf(string subscription) => $"{Root}{subscription}/providers/{WorkspaceType}?{Monitor}";

    /// <summary>The identities of a subscription.</summary>
    public static string IdentitiesOf(string subscription) => $"{Root}{subscription}/providers/{IdentityType}?{Identities}";

    /// <summary>The federated credentials of an identity.</summary>
    public static string Credentials(string identity) => $"{identity}/federatedIdentityCredentials?{Identities}";

    /// <summary>The roles that a principal has at a scope: given there or above, to it or to a group that it is in.</summary>
    public static string Roles(string scope, string principal) =>
        $"{scope}/providers/Microsoft.Authorization/roleAssignments?{Authorization}&$filter={Uri.EscapeDataString($"atScope() and assignedTo('{principal}')")}";

    /// <summary>What a role allows.</summary>
    public static string RoleDefinition(string id) => $"{id}?{Authorization}";

    /// <summary>Whether a path is one of Azure Resource Manager, and none of a Kubernetes API server.</summary>
    public static bool Is(string path) => path.StartsWith(Root, StringComparison.OrdinalIgnoreCase);
}
