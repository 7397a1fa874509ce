using System.Globalization;
using System.Text;

namespace KedaStack.Resources.Writing;

/// <summary>Texts that somebody else chose, so that nothing in them is invisible.</summary>
internal static class VisibleText
{
    /// <summary>The text with control, format and surrogate characters escaped: none can move the cursor or turn the reading direction.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                visible.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
            else
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString();
    }
}
