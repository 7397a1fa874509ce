using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Mutation;

/// <summary>A way in which a property goes wrong.</summary>
/// <param name="Name">The change in words.</param>
/// <param name="Applies">Whether a value can go wrong like this.</param>
/// <param name="Make">Changes the input of a resource.</param>
internal sealed record Change(
    string Name, Func<JsonNode?, bool> Applies, Func<ResourceGraph, string, string, ResourceGraph> Make)
{
    /// <summary>The property is not there.</summary>
    public static readonly Change Dropped = new("dropped", value => value is not null, (stack, resource, path) => stack.Without(resource, path));

    /// <summary>A slip of the pen at the end of a text.</summary>
    public static readonly Change Misspelt = OfText("misspelt", text => $"{text}x");

    /// <summary>Another output of the same resource: client id for principal id, and so on.</summary>
    public static readonly Change Crossed = OfText("crossed", text => text
        .Replace(".principalId}", ".tmp}", StringComparison.Ordinal)
        .Replace(".clientId}", ".principalId}", StringComparison.Ordinal)
        .Replace(".tmp}", ".clientId}", StringComparison.Ordinal)
        .Replace(".tenantId}", ".clientId}", StringComparison.Ordinal)
        .Replace(".objectId}", ".clientId}", StringComparison.Ordinal));

    /// <summary>True for false and false for true.</summary>
    public static readonly Change Flipped = new(
        "flipped",
        value => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        (stack, resource, path) => stack.With(resource, path, !StackEdits.Get(stack.Named(resource).Inputs, path)!.GetValue<bool>()));

    /// <summary>Another value.</summary>
    public static Change To(JsonNode? value) => new($"= {value?.ToJsonString()}", _ => true, (stack, resource, path) => stack.With(resource, path, value));

    /// <summary>Other words in a text.</summary>
    public static Change Replaced(string old, string @new) => OfText($"{old} -> {@new}", text => text.Replace(old, @new, StringComparison.Ordinal));

    private static Change OfText(string name, Func<string, string> change) => new(
        name,
        value => value?.GetValueKind() == System.Text.Json.JsonValueKind.String && change(value.GetValue<string>()) != value.GetValue<string>(),
        (stack, resource, path) => stack.With(resource, path, change(StackEdits.Get(stack.Named(resource).Inputs, path)!.GetValue<string>())));
}
