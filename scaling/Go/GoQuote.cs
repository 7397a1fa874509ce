using System.Globalization;
using System.Text;

namespace KedaStack.Scaling.Go;

/// <summary>Texts in quotes as Go's %q writes them; beyond ASCII everything printable is taken for printable.</summary>
internal static class GoQuote
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(Escape(character, '"'));
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A character as encoding/json names it in its errors.</summary>
    public static string Character(char character) => character switch
    {
        '\'' => @"'\''",
        '"' => "'\"'",
        _ => $"'{Escape(character, '"')}'",
    };

    private static string Escape(char character, char quote) => character switch
    {
        '\\' => @"\\",
        '\a' => @"\a",
        '\b' => @"\b",
        '\f' => @"\f",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        '\v' => @"\v",
        _ when character == quote => "\\" + quote,
        < ' ' or '\x7f' => string.Create(CultureInfo.InvariantCulture, $@"\x{(int)character:x2}"),
        >= '\x80' when char.IsControl(character) => string.Create(CultureInfo.InvariantCulture, $@"\u{(int)character:x4}"),
        _ => character.ToString(),
    };
}
