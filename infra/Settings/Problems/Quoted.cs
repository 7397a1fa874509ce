using System.Globalization;
using System.Text;

namespace KedaStack.Infra.Settings.Problems;

/// <summary>Given values as messages show them: in quotes, on one line, not too long.</summary>
internal static class Quoted
{
    private const int LongestShown = 120;

    /// <summary>The text in quotes, with quotes, backslashes and control characters escaped and the end cut off a long one.</summary>
    public static string Text(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, LongestShown)))
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                _ when char.IsControl(character) || char.IsSurrogate(character) =>
                    quoted.Append(CultureInfo.InvariantCulture, $@"\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append(text.Length > LongestShown ? "...\"" : "\"").ToString();
    }
}
