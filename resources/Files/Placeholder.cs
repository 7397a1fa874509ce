using System.Text.RegularExpressions;

namespace KedaStack.Resources.Files;

/// <summary>What something else puts a value in place of before a file gets to a cluster: envsubst, Flux' postBuild, or a template.</summary>
internal static partial class Placeholder
{
    /// <summary>The first one in a text: <c>${NAME}</c>, <c>${NAME:=default}</c>, <c>$NAME</c> in capitals or <c>{{ name }}</c>; null for none.</summary>
    public static string? In(string? text) => text is not null && Any().Match(text) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"\$\{[A-Za-z_][A-Za-z0-9_]*(?:[:=?+-][^{}]*)?\}|\$[A-Z][A-Z0-9_]+|\{\{[^{}]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
