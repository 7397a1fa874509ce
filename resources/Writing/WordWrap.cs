using System.Text;
using System.Text.RegularExpressions;

namespace KedaStack.Resources.Writing;

/// <summary>
/// The one way in which text is fitted into a terminal: lines break between words, never inside one, and go on below, indented.
/// A word that is wider than the terminal stays whole, on a line of its own, so that it can still be copied.
/// </summary>
internal static class WordWrap
{
    private const int Deeper = 2;

    // What a tree draws before its names, and what goes on below it.
    private const string Guides = " \u2502\u251c\u2514\u2500";
    private const char Down = '\u2502';
    private const char Branch = '\u251c';

    /// <summary>The lines of a text; those that fit stay as they are, the others go on below, two columns deeper.</summary>
    /// <param name="text">Lines that end with LF; colours may be in them.</param>
    /// <param name="widthColumns">The width; above 0.</param>
    public static string Text(string text, int widthColumns) => text.Length <= widthColumns
        ? text
        : string.Join('\n', text.Split('\n').SelectMany(line => Line(line, widthColumns)));

    /// <summary>One line, as several if it does not fit: what goes on begins two columns deeper, under the guides of its tree.</summary>
    /// <param name="line">The line; colours may be in it.</param>
    /// <param name="widthColumns">The width; above 0.</param>
    public static IEnumerable<string> Line(string line, int widthColumns)
    {
        if (line.Length <= widthColumns || Columns(line) <= widthColumns)
        {
            return [line];
        }

        var guides = line.Length - line.TrimStart(Guides.ToCharArray()).Length;
        var below = string.Concat(line[..guides].Select(guide => guide is Down or Branch ? Down : ' '));
        return Words(line[guides..].Split(' '), line[..guides], below + new string(' ', Deeper), widthColumns);
    }

    /// <summary>Words in lines.</summary>
    /// <param name="words">The words; an empty one is another blank. A number and its unit are one.</param>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="next">What the others begin with.</param>
    /// <param name="widthColumns">The width; above 0.</param>
    public static IEnumerable<string> Words(IEnumerable<string> words, string first, string next, int widthColumns)
    {
        var (line, columns, isEmpty) = (new StringBuilder(first), first.Length, true);
        foreach (var word in WithUnits(words))
        {
            var length = Columns(word);
            if (!isEmpty && columns + 1 + length > widthColumns)
            {
                yield return line.ToString().TrimEnd();
                line.Clear().Append(next);
                (columns, isEmpty) = (next.Length, true);
                // The blanks between two words are no indentation of the second.
                if (length == 0)
                {
                    continue;
                }
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            columns += length + (isEmpty ? 0 : 1);
            isEmpty = false;
        }

        yield return line.ToString().TrimEnd();
    }

    private static IEnumerable<string> WithUnits(IEnumerable<string> words)
    {
        string? before = null;
        foreach (var word in words)
        {
            if (before is { Length: > 0 } && char.IsAsciiDigit(before[^1]) && Unit.IsMatch(word))
            {
                before = $"{before} {word}";
                continue;
            }

            if (before is not null)
            {
                yield return before;
            }

            before = word;
        }

        if (before is not null)
        {
            yield return before;
        }
    }

    // Colours take no room.
    private static int Columns(string text) => text.Contains('\u001b', StringComparison.Ordinal) ? Colour.Replace(text, "").Length : text.Length;

    private static Regex Unit => field ??= new(@"^(ms|s|min|h|d|%|[KMG]iB|req/(s|min|h))[.,;:)]*\z", RegexOptions.CultureInvariant);

    private static Regex Colour => field ??= new(@"\u001b\[[0-9;]*m", RegexOptions.CultureInvariant);
}
