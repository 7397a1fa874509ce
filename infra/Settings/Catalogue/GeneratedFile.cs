
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
