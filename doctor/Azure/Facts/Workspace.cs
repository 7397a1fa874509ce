using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Resources.Cluster.Arm;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>An Azure Monitor workspace.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Endpoint">The address of its query API, without a slash at its end; null where it has none.</param>
internal sealed record Workspace(ArmId Id, string? Endpoint)
{
    /// <summary>Reads one; null for anything else.</summary>
    public static Workspace? Of(JsonObject json) => ArmId.TryParse(json.Text("id") ?? "", ArmPath.WorkspaceType) is { } id
        ? new Workspace(id, json.Text("properties.metrics.prometheusQueryEndpoint")?.TrimEnd('/')) : null;

    /// <summary>Whether an address is this workspace's, however it ends.</summary>
    public bool IsAt(string address) => Uri.TryCreate(Endpoint, UriKind.Absolute, out var own) && Uri.TryCreate(address, UriKind.Absolute, out var other)
        && string.Equals(own.Host, other.Host, StringComparison.OrdinalIgnoreCase);
}
