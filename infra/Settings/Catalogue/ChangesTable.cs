using KedaStack.Infra.Settings.Changes;

namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>Writes the rules as the table of docs/changes.md.</summary>
public static class ChangesTable
{
    private const string Begin = "<!-- Generated from infra/Settings/Changes by ./kedastack settings --write: begin -->";
    private const string End = "<!-- Generated from infra/Settings/Changes: end -->";

    /// <summary>The table.</summary>
    public static string ToMarkdown() => string.Join(
        '\n',
        ["| Change | Effect | Why | What to do |", "| --- | --- | --- | --- |", .. ChangeRules.All.Select(Row)]);

    /// <summary>Replaces the table between the two markers and keeps the rest of the page.</summary>
    /// <param name="text">The page; without markers it gets the table at its end.</param>
    public static string WithTable(string text) => GeneratedPart.Replace(text, Begin, End, ToMarkdown());

    private static string Row(ChangeRule rule)
    {
        var effect = rule.Effect switch
        {
            ChangeEffect.Replace => "replaced; refused unless allowed",
            ChangeEffect.Refuse => "refused",
            ChangeEffect.Ignore => "ignored",
            _ => "updated in place",
        };
        return $"| {rule.Change} | {effect} | {Cell(rule.Consequence)} | {Cell(rule.Way)} |";
    }

    private static string Cell(string clause)
    {
        var text = ChangeRule.Fill(clause, []).Replace("|", "\\|", StringComparison.Ordinal);
        // Outside of code, Markdown takes angle brackets for HTML.
        var parts = text.Split('`');
        for (var i = 0; i < parts.Length; i += 2)
        {
            parts[i] = parts[i].Replace("<", "\\<", StringComparison.Ordinal);
        }

        return $"{char.ToUpperInvariant(text[0])}{string.Join('`', parts)[1..]}";
    }
}
