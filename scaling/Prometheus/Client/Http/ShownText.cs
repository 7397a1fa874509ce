using System.Globalization;
using System.Text;

namespace KedaStack.Scaling.Prometheus.Client.Http;

/// <summary>What a server says, fit for a line of a message or of a terminal.</summary>
internal static class ShownText
{
    /// <summary>The beginning of a body, without line breaks and control characters.</summary>
    /// <param name="body">The body.</param>
    /// <param name="longest">The most characters.</param>
    public static string Of(ReadOnlySpan<byte> body, int longest)
    {
        // No character takes more bytes than that.
        const int MostBytes = 4;
        var cut = body.Length > longest * MostBytes;
        return Of(Encoding.UTF8.GetString(cut ? body[..(longest * MostBytes)] : body), longest);
    }

    /// <summary>The beginning of a text, without line breaks and control characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters.</param>
    public static string Of(string text, int longest)
    {
        var shown = new StringBuilder();
        foreach (var character in text)
        {
            var isText = !char.IsControl(character) && char.GetUnicodeCategory(character) is not UnicodeCategory.Format;
            var isBlank = char.IsWhiteSpace(character);
            if (isBlank && (shown.Length == 0 || shown[^1] == ' '))
            {
                continue;
            }

            if (shown.Length >= longest)
            {
                return shown.Append("...").ToString();
            }

            _ = isBlank ? shown.Append(' ') : isText ? shown.Append(character) : shown.Append('?');
        }

        return shown.ToString().TrimEnd();
    }
}
