using System.Text.Json.Nodes;

namespace KedaStack.Resources.Preview;

/// <summary>A resource of a preview that was read back.</summary>
internal sealed record PreviewDocumentResource
{
    /// <summary>The Pulumi URN.</summary>
    public required string Urn { get; init; }

    /// <summary>The type token.</summary>
    public required string Type { get; init; }

    /// <summary>The name in the program.</summary>
    public required string Name { get; init; }

    /// <summary>The inputs.</summary>
    public required JsonObject Inputs { get; init; }

    /// <summary>By the path of an input: the outputs of other resources in it.</summary>
    public required JsonObject References { get; init; }

    /// <summary>The options, the provider among them.</summary>
    public required JsonObject Options { get; init; }

    /// <summary>The inputs that the deployment leaves alone.</summary>
    public IEnumerable<string> IgnoreChanges => Texts("ignoreChanges");

    /// <summary>The inputs whose changes replace the resource, besides those that the provider says.</summary>
    public IEnumerable<string> ReplaceOnChanges => Texts("replaceOnChanges");

    /// <summary>The resource that takes this one with it when it is deleted.</summary>
    public string? DeletedWith => Options["deletedWith"]?.ToString();

    private IEnumerable<string> Texts(string option) => Options[option] is JsonArray list
        ? list.OfType<JsonValue>().Select(value => value.ToString())
        : [];
}
