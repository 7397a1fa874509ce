using System.Globalization;
using System.Text;

namespace KedaStack.Resources.Writing;

/// <summary>Texts that somebody else chose, so that nothing in them is invisible.</summary>
internal static class VisibleText
{
    /// <summary>The text with control and format characters escaped: none can move the cursor or turn the reading direction.</summary>
    public static string Of(string text) => Escaped(text, keepsLines: false);

    /// <summary>The same for a text of several lines, whose ends and tabs stay.</summary>
    public static string Lines(string text) => Escaped(text, keepsLines: true);

    /// <summary>Whether <see cref="Lines"/> would change the text.</summary>
    public static bool Hides(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is >= ' ' and < '\x7f' or '\n' or '\t' || (character == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
            {
                continue;
            }

            if (char.IsSurrogate(character) || IsHidden(CharUnicodeInfo.GetUnicodeCategory(character)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Escaped(string text, bool keepsLines)
    {
        var visible = new StringBuilder(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isKept = keepsLines && (rune.Value is '\n' or '\t' || (rune.Value == '\r' && at + 1 < text.Length && text[at + 1] == '\n'));
            at += rune.Utf16SequenceLength;
            if (isKept || !IsHidden(Rune.GetUnicodeCategory(rune)))
            {
                visible.Append(rune.ToString());
                continue;
            }

            // In halves beyond 16 bits, as JSON writes them.
            foreach (var half in rune.ToString())
            {
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)half:x4}");
            }
        }

        return visible.ToString();
    }

    private static bool IsHidden(UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
