
namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>A file of the repository that has a part generated from the catalogue.</summary>
/// <param name="Path">Where it is, from the root of the repository, with slashes.</param>
/// <param name="Regenerate">Makes the file's new text of its present one; the same text when nothing is out of date.</param>
public sealed record GeneratedFile(string Path, Func<string, string> Regenerate)
{
    /// <summary>All such files.</summary>
    public static IReadOnlyList<GeneratedFile> All { get; } =
    [
        new("Pulumi.yaml", PulumiYaml.WithConfigBlock),
        new("docs/settings.md", SettingsTable.WithTables),
        new("docs/changes.md", ChangesTable.WithTable),
    ];
}

/// <summary>The generated part of a page, between two markers.</summary>
internal static class GeneratedPart
{
    /// <summary>Replaces what is between the markers and keeps the rest of the page, with \n as line breaks.</summary>
    /// <param name="text">The page; without markers it gets the part at its end.</param>
    /// <param name="begin">The marker before the part.</param>
    /// <param name="end">The marker behind it.</param>
    /// <param name="content">The part.</param>
    public static string Replace(string text, string begin, string end, string content)
    {
        var page = text.ReplaceLineEndings("\n");
        var start = page.IndexOf(begin, StringComparison.Ordinal);
        var stop = start < 0 ? -1 : page.IndexOf(end, start, StringComparison.Ordinal);
        var block = $"{begin}\n\n{content}\n\n{end}";
        return stop < 0
            ? $"{page.TrimEnd('\n')}\n\n{block}\n"
            : $"{page[..start]}{block}{page[(stop + end.Length)..]}";
    }
}
