using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace KedaStack.SdkGenerator;

/// <summary>From the listing's way of writing types and parameters to C#.</summary>
internal static class CSharp
{
    private static readonly Regex _root = new(@"(?<![\w.:])(Pulumi|System)\.");
    private static readonly string[] _collections =
    [
        "Pulumi.InputList<", "Pulumi.InputMap<", "System.Collections.Generic.List<", "System.Collections.Generic.Dictionary<",
    ];

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The same text with every full name rooted, so that no namespace or member can hide it.</summary>
    public static string Global(string text) => _root.Replace(text, "global::$1.");

    /// <summary>Whether a property is made on first use, as lists and maps are.</summary>
    public static bool IsCollection(string type)
        => _collections.Any(start => type.StartsWith(start, StringComparison.Ordinal)) && !type.EndsWith("?", StringComparison.Ordinal);

    /// <summary>The parameters of a listed method; none of those the generator knows has a comma in its type.</summary>
    public static IReadOnlyList<Parameter> Parameters(string listed) =>
    [
        .. listed.Split([", "], StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => parameter.Split(' '))
            .Select(words => new Parameter(Global(words[0]), words[1])),
    ];

    internal sealed class Parameter(string type, string name)
    {
        public string Type { get; } = type;

        public string Name { get; } = name;
    }
}
