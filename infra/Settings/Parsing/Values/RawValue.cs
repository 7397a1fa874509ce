using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>A value as somebody wrote it: a text, a list of texts, or something that can be neither.</summary>
public sealed record RawValue
{
    private RawValue()
    {
    }

    /// <summary>The text as written. A list may also come as text: JSON, as Pulumi hands it on, or separated by commas.</summary>
    /// <value>Null unless made by <see cref="OfText"/>.</value>
    public string? Text { get; private init; }

    /// <summary>The items of a list.</summary>
    /// <value>Null unless made by <see cref="OfItems"/>.</value>
    public IReadOnlyList<string>? Items { get; private init; }

    /// <summary>A list of objects.</summary>
    /// <value>Null unless made by <see cref="OfJson"/>.</value>
    public JsonArray? Json { get; private init; }

    /// <summary>Why the value cannot be used: <c>what is wrong (got ...); what would be right</c>.</summary>
    /// <value>Null unless made by <see cref="Unusable"/>.</value>
    public string? Defect { get; private init; }

    /// <summary>Where in the value the defect is, such as <c>[1].threshold</c>.</summary>
    /// <value>Empty: it is the value as a whole.</value>
    public string Within { get; private init; } = "";

    /// <summary>The value as messages show it, as far as it is one: a quoted text, or a list of them.</summary>
    public string Shown =>
        Text is not null ? Quoted.Text(Text)
        : Items is not null ? $"[{string.Join(", ", Items.Select(Quoted.Text))}]"
        : Json is not null ? Quoted.Text(Json.ToJsonString())
        : "an unusable value";

    /// <summary>A text.</summary>
    public static RawValue OfText(string text) => new() { Text = text };

    /// <summary>A list of texts.</summary>
    public static RawValue OfItems(IReadOnlyList<string> items) => new() { Items = items };

    /// <summary>A list of objects, or of anything else than texts.</summary>
    public static RawValue OfJson(JsonArray items) => new() { Json = items };

    /// <summary>A value that its source could not read; a value of higher precedence may still replace it.</summary>
    /// <param name="defect">See <see cref="Defect"/>.</param>
    /// <param name="within">See <see cref="Within"/>.</param>
    public static RawValue Unusable(string defect, string within = "") => new() { Defect = defect, Within = within };
}
