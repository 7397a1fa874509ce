using System.Globalization;
using System.Text;
using KedaStack.Infra.Settings.Changes;
using KedaStack.Resources.Diff;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Preview;

/// <summary>A diff for a comment on GitHub.</summary>
internal static class DiffMarkdown
{
    // A resource with more lines is folded.
    private const int MaximumOpenLines = 5;

    // Of a resource with more, the rest is left out: 30 lines of some 1,400 characters stay under the comment's limit.
    private const int MaximumLines = 30;

    private static readonly (string Word, string Heading)[] _sections =
    [
        ("refused", "Refused: a deployment fails"),
        ("replaced", "Replaced: deleted and made again"),
        ("removed", "Removed"),
        ("added", "Added"),
        ("changed", "Changed"),
    ];

    /// <summary>The diff; what would do most harm comes first.</summary>
    /// <param name="change">The diff.</param>
    /// <param name="maximumCharacters">The limit.</param>
    public static string Write(StackChange change, int maximumCharacters = CommentLimit.Characters)
    {
        var markdown = new BoundedMarkdown(maximumCharacters, LeftOut);
        markdown.Add($"### Changes of stack {MarkdownText.Code(change.Stack)}\n\n**{char.ToUpperInvariant(change.Summary[0])}{change.Summary[1..]}.**\n");
        foreach (var (word, heading) in _sections)
        {
            var title = $"\n#### {heading}\n\n";
            foreach (var resource in change.Resources.Where(resource => resource.Word == word))
            {
                markdown.Add(title + Resource(resource));
                title = "\n";
            }
        }

        if (change.Outputs.Count > 0)
        {
            markdown.Add("\n#### Outputs\n\n" + Lines([.. change.Outputs.Select(output => Property(output, ""))]));
        }

        return markdown.ToString();
    }

    private static string LeftOut(int blocks) => string.Create(
        CultureInfo.InvariantCulture,
        $"\n> Left out, for a comment's limit of {CommentLimit.GitHubCharacters} characters: {blocks} more. All of it: `kedastack preview --diff <file>`.\n");

    private static string Resource(ResourceChange resource)
    {
        List<string> lines =
        [
            .. resource.RefusedBecause.Select(refusal => $"- **refused**: {MarkdownText.Code(refusal)}"),
            .. resource.Notes.Select(note => $"- {MarkdownText.Code(note)}"),
            .. resource.ReplacedBecause.Select(reason => $"- replaced: {MarkdownText.Code(reason)}"),
            .. resource.Inputs.Select(change => Property(change, "")),
            .. resource.Options.Select(change => Property(change, "options.")),
        ];
        return (lines.Count, resource.Kind) switch
        {
            (0, _) => $"**{MarkdownText.Code(resource.Name)}** {MarkdownText.Code(resource.Type)}\n",
            ( <= MaximumOpenLines, ChangeKind.Changed) =>
                $"**{MarkdownText.Code(resource.Name)}** {MarkdownText.Code(resource.Type)}\n\n{Lines(lines)}",
            _ => $"<details><summary>{MarkdownText.HtmlCode(resource.Name)} {MarkdownText.HtmlCode(resource.Type)}: "
                + $"{Shown.Count(lines.Count, "line")}</summary>\n\n{Lines(lines)}\n</details>\n",
        };
    }

    private static string Lines(List<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Take(MaximumLines))
        {
            text.Append(line).Append('\n');
        }

        if (lines.Count > MaximumLines)
        {
            text.Append(CultureInfo.InvariantCulture, $"- left out: {lines.Count - MaximumLines} more\n");
        }

        return text.ToString();
    }

    private static string Property(PropertyChange change, string prefix)
    {
        var values = (ShownValue.Summary(change), change.Kind) switch
        {
            ({ } summary, _) => summary,
            (_, ChangeKind.Added) => $"added {MarkdownText.Code(ShownValue.Of(change.Present))}",
            (_, ChangeKind.Removed) => $"removed {MarkdownText.Code(ShownValue.Of(change.Earlier))}",
            _ => $"{MarkdownText.Code(ShownValue.Of(change.Earlier))} to {MarkdownText.Code(ShownValue.Of(change.Present))}",
        };
        return $"- {MarkdownText.Code(ShownValue.Short(prefix + change.Path))}: {values}" + change.Effect switch
        {
            ChangeEffect.Replace => " **(forces replacement)**",
            ChangeEffect.Refuse => " **(refused)**",
            ChangeEffect.Ignore => " (ignored: ignoreChanges)",
            _ => "",
        };
    }
}
