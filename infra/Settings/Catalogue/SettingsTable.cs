namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>Writes the catalogue as the tables of docs/settings.md.</summary>
public static class SettingsTable
{
    private const string Begin = "<!-- Generated from infra/Settings/Catalogue by ./kedastack settings --write: begin -->";
    private const string End = "<!-- Generated from infra/Settings/Catalogue: end -->";

    /// <summary>The tables, one per group, each below a heading.</summary>
    public static string ToMarkdown() =>
        string.Join("\n\n", SettingsCatalogue.All.GroupBy(definition => definition.Group).Select(Table));

    /// <summary>Replaces the tables between the two markers by the catalogue's and keeps the rest of the page.</summary>
    /// <param name="text">The page; without markers it gets the tables at its end.</param>
    public static string WithTables(string text) => GeneratedPart.Replace(text, Begin, End, ToMarkdown());

    private static string Table(IGrouping<string, SettingDefinition> group) =>
        string.Join('\n', [$"### {group.Key}", "", "| Key | Type | Default | Meaning |", "| --- | --- | --- | --- |", .. group.Select(Row)]);

    private static string Row(SettingDefinition definition)
    {
        var type = definition.Type is SettingType.Array ? "list" : definition.Type.ToString().ToLowerInvariant();
        var shown = definition.Default.Length == 0 ? "empty" : $"`{definition.Default}`";
        var meaning = definition.FullDescription.Replace("|", "\\|", StringComparison.Ordinal);
        return $"| `{definition.Key}` | {type} | {shown} | {meaning} |";
    }
}
