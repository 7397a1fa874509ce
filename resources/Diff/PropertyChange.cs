using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Changes;

namespace KedaStack.Resources.Diff;

/// <summary>A property that differs between two previews.</summary>
internal sealed record PropertyChange
{
    /// <summary>Its path: <c>spec.triggers[0].metadata["a.b"]</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What happened to it.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The value in the earlier preview; null when added, and for JSON's null.</summary>
    public JsonNode? Earlier { get; init; }

    /// <summary>The value in the present preview; null when removed, and for JSON's null.</summary>
    public JsonNode? Present { get; init; }

    /// <summary>What the change makes the deployment do.</summary>
    public ChangeEffect Effect { get; init; } = ChangeEffect.Update;
}
