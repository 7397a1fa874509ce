using System.Net;
using System.Text.RegularExpressions;

namespace KedaStack.Resources.Writing;

/// <summary>Texts that somebody else chose, so that GitHub's markdown shows them and does nothing else with them.</summary>
internal static partial class MarkdownText
{
    /// <summary>A code span: no markup, mention, link or HTML works in it.</summary>
    public static string Code(string text)
    {
        var visible = VisibleText.Of(text);
        if (visible.Trim(' ').Length == 0)
        {
            return "(blank)";
        }

        var ticks = new string('`', LongestRun(visible) + 1);
        // One blank on each side is taken off again; without it a backtick at the end would be one of the fence.
        var padding = visible[0] is '`' or ' ' || visible[^1] is '`' or ' ' ? " " : "";
        return $"{ticks}{padding}{visible}{padding}{ticks}";
    }

    /// <summary>The same where HTML stands, as in a summary.</summary>
    public static string HtmlCode(string text) => $"<code>{WebUtility.HtmlEncode(VisibleText.Of(text))}</code>";

    /// <summary>A block of code.</summary>
    /// <param name="text">Lines; a longer fence than any in them is used.</param>
    public static string Block(string text)
    {
        var visible = string.Join('\n', text.TrimEnd('\n').Split('\n').Select(VisibleText.Of));
        var fence = new string('`', Math.Max(LongestRun(visible) + 1, 3));
        return $"{fence}text\n{visible}\n{fence}\n";
    }

    private static int LongestRun(string text) => Ticks().Matches(text).Select(match => match.Length).DefaultIfEmpty(0).Max();

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Ticks();
}
