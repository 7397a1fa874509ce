using System.Text.Json.Nodes;

namespace KedaStack.Infra.Settings.Changes;

/// <summary>An update of a resource that is refused.</summary>
/// <param name="Type">The type token of the resource.</param>
/// <param name="Path">The input that it shows in.</param>
/// <param name="IsRefused">Whether it is this update: of the inputs before and those that would be sent, where the
/// ignored ones are as before.</param>
public sealed record RefusedUpdate(string Type, string Path, Func<JsonObject, JsonObject, bool> IsRefused)
{
    /// <summary>The word of <c>allowReplacement</c> that allows it; null when nothing does.</summary>
    public Replaceable? AllowedBy { get; init; }

    /// <summary>What happens: the input with its value before and after.</summary>
    public string Describe(JsonObject before, JsonObject after) =>
        $"{Path} changes from {Shown(before)} to {Shown(after)}";

    private string Shown(JsonObject inputs) => InputPath.Find(inputs, Path) ?? "none";
}
