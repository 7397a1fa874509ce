using System.Globalization;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Preview;

/// <summary>A preview for a comment on GitHub: what the stack is made of, the whole tree folded.</summary>
internal static class PreviewMarkdown
{
    /// <summary>The summary.</summary>
    /// <param name="stack">The preview.</param>
    /// <param name="maximumCharacters">The limit.</param>
    public static string Write(ResourceGraph stack, int maximumCharacters = CommentLimit.Characters)
    {
        var types = stack.Resources
            .Where(resource => !resource.IsComponent)
            .GroupBy(resource => resource.Type)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var tree = PreviewTree.ToText(stack).TrimEnd('\n').Split('\n');
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"### Stack {MarkdownText.Code(stack.Stack)}\n\n**{types.Sum(group => group.Count())} resources of {types.Count} types.**\n\n")
            + Details("The types", string.Concat(types.Select(group => string.Create(
                CultureInfo.InvariantCulture, $"- {group.Count()} {MarkdownText.Code(group.Key)}\n"))));

        var shown = tree.Length;
        while (shown > 0 && (head.Length + Tree(tree, shown).Length) > maximumCharacters)
        {
            shown = shown * 9 / 10;
        }

        return head + Tree(tree, shown);
    }

    private static string Tree(string[] lines, int shown) =>
        Details("The whole tree", MarkdownText.Block(string.Join('\n', lines.Take(shown))))
        + (shown < lines.Length
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"\n> Left out, for a comment's limit of {CommentLimit.GitHubCharacters} characters: {lines.Length - shown} lines. All of it: `kedastack preview`.\n")
            : "");

    private static string Details(string summary, string content) =>
        $"<details><summary>{summary}</summary>\n\n{content}\n</details>\n";
}
