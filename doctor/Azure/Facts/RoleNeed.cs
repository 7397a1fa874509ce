using System.Text.Json.Nodes;
using KedaStack.Infra.Identity;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>The right to ask PromQL, and where an identity needs it.</summary>
/// <param name="Scope">The id of the workspace; with a query that is scoped to a resource, of the cluster.</param>
/// <param name="ScopeName">What that is, in words.</param>
/// <param name="Role">The role that gives the right.</param>
internal sealed record RoleNeed(string Scope, string ScopeName, string Role)
{
    // What the data plane asks for (MicrosoftDocs/azure-monitor-docs, containers/integrate-keda).
    private const string DataAction = "microsoft.monitor/accounts/data/metrics/read";

    private const string ManagementGroups = "/providers/Microsoft.Management/managementGroups/";

    /// <summary>Whether the query is scoped to a resource: any role that reads the resource is said to be enough then.</summary>
    private bool IsScoped => Role == AzureRoles.MonitoringReader;

    /// <summary>What a trigger's identity needs; null where it asks no workspace that was read.</summary>
    public static RoleNeed? Of(AzureSide azure, IdentityUse use) => !use.Trigger.IsManaged || azure.Id is not { } cluster ? null
        : QueriedWorkspace.IsScoped(use.Trigger) ? new RoleNeed(cluster.ToString(), $"cluster {cluster.Name}", AzureRoles.MonitoringReader)
        : QueriedWorkspace.Of(azure, use.Trigger) is { } workspace ? new RoleNeed(workspace.Id.ToString(), $"workspace {workspace.Id.Name}", AzureRoles.MonitoringDataReader) : null;

    /// <summary>How the read of the roles of a principal went.</summary>
    public ClusterAnswer Read(AzureSide azure, string principal) => azure.Get(ArmPath.Roles(Scope, principal));

    /// <summary>The assignments of a principal that give the right: by a role that is known for it, else by what the role was read to allow.</summary>
    /// <returns>The assignments' properties; null where it is not known what a role of the principal allows.</returns>
    public IReadOnlyList<JsonNode>? Giving(AzureSide azure, string principal)
    {
        var assignments = Assignments(azure, principal);
        var known = assignments.Where(one => IsScoped || string.Equals(Last(RoleOf(one)), Role, StringComparison.OrdinalIgnoreCase)).ToList();
        if (known.Count > 0)
        {
            return known;
        }

        var definitions = assignments.Select(one => (Assignment: one, Definition: azure.Get(ArmPath.RoleDefinition(RoleOf(one))))).ToList();
        return definitions.Exists(one => !one.Definition.IsOk && !one.Definition.IsMissing) ? null : [.. definitions.Where(one => Allows(one.Definition)).Select(one => one.Assignment)];
    }

    /// <summary>The roles whose definitions have to be read, since none that is known gives the right.</summary>
    public IEnumerable<string> Unknown(AzureSide azure, string principal) => Giving(azure, principal) is null
        ? Assignments(azure, principal).Select(RoleOf).Where(role => role.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase) : [];

    /// <summary>The properties of the assignments of a principal that hold at the scope.</summary>
    private List<JsonNode> Assignments(AzureSide azure, string principal) =>
        [.. Read(azure, principal).Body.Objects("value").Select(one => one.At("properties")).OfType<JsonNode>().Where(one => IsInherited(one.Text("scope")))];

    /// <summary>
    /// Whether what is given at a scope holds here: it does at the scope itself and at those above it, its resource group, subscription and management groups
    /// (learn.microsoft.com/azure/role-based-access-control/scope-overview). Of management groups Azure lists those above only.
    /// </summary>
    private bool IsInherited(string? given) => given is null or "/" || given.StartsWith(ManagementGroups, StringComparison.OrdinalIgnoreCase)
        || $"{Scope}/".StartsWith($"{given.TrimEnd('/')}/", StringComparison.OrdinalIgnoreCase);

    private static bool Allows(ClusterAnswer definition) => definition.Body.Objects("properties.permissions")
        .Any(permission => permission.Texts("dataActions").Any(IsIt) && !permission.Texts("notDataActions").Any(IsIt));

    /// <summary>Whether an action, which may have a * in it, is the right.</summary>
    private static bool IsIt(string action) => action.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star
        ? DataAction.StartsWith(action[..star], StringComparison.OrdinalIgnoreCase) && DataAction.EndsWith(action[(star + 1)..].Split('*')[^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(action, DataAction, StringComparison.OrdinalIgnoreCase);

    private static string RoleOf(JsonNode? assignment) => assignment.Text("roleDefinitionId") ?? "";

    private static string Last(string id) => id[(id.LastIndexOf('/') + 1)..];
}
