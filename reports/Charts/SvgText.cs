using System.Globalization;
using System.Security;

namespace KedaStack.Reports.Charts;

/// <summary>Texts and numbers as SVG holds them.</summary>
internal static class SvgText
{
    /// <summary>A length or a place, to a tenth.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A text between tags or in an attribute. Characters that XML cannot hold become question marks.</summary>
    public static string Escape(string text) => SecurityElement.Escape(
        string.Create(text.Length, text, static (characters, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                characters[i] = source[i] is '\n' or '\t' or (>= ' ' and < '\uD800') or (> '\uDFFF' and < '\uFFFE') ? source[i] : '?';
            }
        }));
}
