using System.Text;
using KedaStack.Infra.Settings.Changes;
using KedaStack.Resources.Diff;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Preview;

/// <summary>A diff for people at a terminal.</summary>
internal static class DiffText
{
    /// <summary>The diff, one property a line.</summary>
    public static string Write(StackChange change)
    {
        var text = new StringBuilder();
        Line(text, $"Stack {change.Stack}: {change.Summary}.");
        foreach (var resource in change.Resources)
        {
            Line(text, "");
            Line(text, $"{Symbol(resource)} {VisibleText.Of(resource.Name)}  {VisibleText.Of(resource.Type)}");
            foreach (var reason in resource.ReplacedBecause)
            {
                Line(text, $"    replaced: {VisibleText.Of(reason)}");
            }

            foreach (var refusal in resource.RefusedBecause)
            {
                Line(text, $"    REFUSED: {VisibleText.Of(refusal)}");
            }

            foreach (var note in resource.Notes)
            {
                Line(text, $"    {VisibleText.Of(note)}");
            }

            Properties(text, resource.Inputs, "");
            Properties(text, resource.Options, "options.");
        }

        if (change.Outputs.Count > 0)
        {
            Line(text, "");
            Line(text, "Outputs");
            Properties(text, change.Outputs, "");
        }

        return text.ToString();
    }

    private static string Symbol(ResourceChange resource) => resource.Word switch
    {
        "refused" => "!",
        "added" => "+",
        "removed" => "-",
        "replaced" => "+/-",
        _ => "~",
    };

    private static void Properties(StringBuilder text, IEnumerable<PropertyChange> changes, string prefix)
    {
        foreach (var change in changes)
        {
            var path = prefix + VisibleText.Of(change.Path);
            var values = ShownValue.Summary(change) ?? change.Kind switch
            {
                ChangeKind.Added => ShownValue.Of(change.Present),
                ChangeKind.Removed => ShownValue.Of(change.Earlier),
                _ => $"{ShownValue.Of(change.Earlier)} -> {ShownValue.Of(change.Present)}",
            };
            Line(text, $"    {Symbol(change.Kind)} {path}: {values}{Note(change.Effect)}");
        }
    }

    private static char Symbol(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => '+',
        ChangeKind.Removed => '-',
        _ => '~',
    };

    private static string Note(ChangeEffect effect) => effect switch
    {
        ChangeEffect.Replace => "  (forces replacement)",
        ChangeEffect.Refuse => "  (refused)",
        ChangeEffect.Ignore => "  (ignored: ignoreChanges)",
        _ => "",
    };

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
