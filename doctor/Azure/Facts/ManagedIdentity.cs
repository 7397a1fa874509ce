using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>A user-assigned identity.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ClientId">Its client id, by which it signs in.</param>
/// <param name="PrincipalId">Its object id, which roles are given to.</param>
/// <param name="TenantId">Its tenant.</param>
internal sealed record ManagedIdentity(ArmId Id, string? ClientId, string? PrincipalId, string? TenantId)
{
    /// <summary>Reads one; null for anything else.</summary>
    public static ManagedIdentity? Of(JsonObject json) => ArmId.TryParse(json.Text("id") ?? "", ArmPath.IdentityType) is { } id
        ? new ManagedIdentity(id, json.Text("properties.clientId"), json.Text("properties.principalId"), json.Text("properties.tenantId")) : null;

    /// <summary>Whether an id is its client id.</summary>
    public bool IsClient(string? id) => id is not null && string.Equals(id, ClientId, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an id is its object id, which is often taken for its client id.</summary>
    public bool IsPrincipal(string? id) => id is not null && string.Equals(id, PrincipalId, StringComparison.OrdinalIgnoreCase);
}
