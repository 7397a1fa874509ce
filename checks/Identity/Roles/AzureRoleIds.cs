using KedaStack.Infra.Identity;

namespace KedaStack.Checks.Identity.Roles;

/// <summary>Roles as role assignments name them.</summary>
internal static class AzureRoleIds
{
    /// <summary>
    /// Roles that allow far more than to query metrics (learn.microsoft.com/azure/role-based-access-control/built-in-roles).
    /// </summary>
    private static readonly Dictionary<string, string> _broad = new(StringComparer.OrdinalIgnoreCase)
    {
        ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635"] = "Owner",
        ["b24988ac-6180-42a0-ab88-20f7382dd24c"] = "Contributor",
        ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"] = "User Access Administrator",
        ["f58310d9-a9f6-439a-9e8d-f62e7b41a168"] = "Role Based Access Control Administrator",
        ["749f88d5-cbae-40b8-bcfc-e573ddc772fa"] = "Monitoring Contributor",
        ["ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8"] = "Azure Kubernetes Service Contributor Role",
    };

    /// <summary>The id in <c>/subscriptions/.../roleDefinitions/id</c>.</summary>
    public static string Of(string? roleDefinitionId) => roleDefinitionId?[(roleDefinitionId.LastIndexOf('/') + 1)..].ToLowerInvariant() ?? "";

    /// <summary>The name of a role that is too broad for this stack; null for others.</summary>
    public static string? BroadName(string? roleDefinitionId) => _broad.GetValueOrDefault(Of(roleDefinitionId));

    /// <summary>The name of a role, or its id.</summary>
    public static string Shown(string? roleDefinitionId) =>
        BroadName(roleDefinitionId) ?? AzureRoles.NameOf(roleDefinitionId ?? "") ?? roleDefinitionId ?? "nothing";
}
