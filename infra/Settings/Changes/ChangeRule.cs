using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KedaStack.Infra.Settings.Changes;

/// <summary>
/// What a change of settings does to a stack that is already there. The diff, the program's refusals, the descriptions
/// of the settings and the table of docs/changes.md all read it.
/// </summary>
public sealed record ChangeRule
{
    /// <summary>The change, in Markdown: <c>`zones`</c>.</summary>
    public required string Change { get; init; }

    /// <summary>The keys of the settings whose descriptions say it.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>What happens, unless it is refused for want of a word in <c>allowReplacement</c>.</summary>
    public required ChangeEffect Effect { get; init; }

    /// <summary>Why, or what it leads to: a clause without a full stop.</summary>
    public required string Consequence { get; init; }

    /// <summary>The way out: a clause without a full stop, in which <c>{path}</c> stands for an input of the resource.</summary>
    public required string Way { get; init; }

    /// <summary>What the description of the settings says.</summary>
    public required string Description { get; init; }

    /// <summary>The updates that are refused.</summary>
    public IReadOnlyList<RefusedUpdate> Updates { get; init; } = [];

    /// <summary>The deletions that are refused unless <c>allowReplacement</c> lists them.</summary>
    public IReadOnlyList<Loss> Losses { get; init; } = [];

    /// <summary>The input that is left alone, as <c>type</c> and <c>path</c>; null when it is none.</summary>
    public (string Type, string Path)? Ignored { get; init; }

    /// <summary>The sentence that refuses the change.</summary>
    /// <param name="what">What happens.</param>
    /// <param name="present">The inputs that would be sent; those that it does not have stay in angle brackets.</param>
    public string Refusal(string what, JsonObject present) =>
        Fill($"{what}{(Effect == ChangeEffect.Replace ? ", which" : ":")} {Consequence}; {Way}.", present);

    /// <summary>A text of the rule with the inputs of a resource in the place of their paths.</summary>
    internal static string Fill(string text, JsonObject inputs) => Placeholder.Replace(
        text,
        match => InputPath.Find(inputs, match.Groups[1].Value) ?? $"<{match.Groups[1].Value.Split('.')[^1]}>");

    private static Regex Placeholder => field ??= new(@"\{([A-Za-z0-9.\[\]]+)\}", RegexOptions.CultureInvariant);
}
