namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>Writes the catalogue as the tables of docs/settings.md.</summary>
public static class SettingsTable
{
    private const string Begin = "<!-- Generated from infra/Settings/Catalogue by ./kedastack settings --write: begin -->";
    private const string End = "<!-- Generated from infra/Settings/Catalogue: end -->";

    /// <summary>The tables, one per group, each below a heading.</summary>
    public static string ToMarkdown() =>
        string.Join("\n\n",
        [
            .. SettingsCatalogue.All.GroupBy(definition => definition.Group).Select(group => Table(group.Key, group)),
            $"{Table("an item of workloads", WorkloadFields.Own)}\n\nAlso, with the setting of the same name as the default (threshold has none): {Keys(WorkloadFields.OfScaling)}.",
            Table("scrape of such an item", WorkloadFields.OfScrape),
        ]);

    /// <summary>Replaces the tables between the two markers by the catalogue's and keeps the rest of the page.</summary>
    /// <param name="text">The page; without markers it gets the tables at its end.</param>
    public static string WithTables(string text) => GeneratedPart.Replace(text, Begin, End, ToMarkdown());

    private static string Keys(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"`{key}`"));

    private static string Table(string heading, IEnumerable<SettingDefinition> group) =>
        string.Join('\n', [$"### {heading}", "", "| Key | Type | Default | Meaning |", "| --- | --- | --- | --- |", .. group.Select(Row)]);

    private static string Row(SettingDefinition definition)
    {
        var type = definition.Type is SettingType.Array ? "list" : definition.Type.ToString().ToLowerInvariant();
        var shown = definition.Default.Length == 0 ? "empty" : $"`{definition.Default}`";
        var meaning = definition.FullDescription.Replace("|", "\\|", StringComparison.Ordinal);
        return $"| `{definition.Key}` | {type} | {shown} | {meaning} |";
    }
}
