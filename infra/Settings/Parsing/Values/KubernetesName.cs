using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>Reads names of Kubernetes objects.</summary>
internal static class KubernetesName
{
    /// <summary>A label of RFC 1123.</summary>
    /// <param name="reader">The values.</param>
    /// <param name="key">The key.</param>
    /// <param name="longest">The most characters; at most 63.</param>
    /// <param name="isRequired">Whether it has to be given.</param>
    /// <returns>Null when it is not given, and after a problem.</returns>
    public static string? Read(SettingsReader reader, string key, int longest, bool isRequired)
    {
        var right = FormattableString.Invariant($"write 1 to {longest} lower-case letters, digits and hyphens, no hyphen first or last");
        var text = reader.Text(key);
        if (text is null || (text.Length == 0 && !isRequired))
        {
            return null;
        }

        if (text.Length <= longest && IsLabel(text))
        {
            return text;
        }

        var wrong = text.Length == 0 ? "is missing"
            : text.Length > longest ? FormattableString.Invariant($"is longer than {longest} characters")
            : "is not a name for a Kubernetes object";
        reader.RejectQuoted(key, wrong, text.Length == 0 ? "nothing" : Quoted.Text(text), right);
        return null;
    }

    /// <summary>Whether a text is a label of RFC 1123.</summary>
    public static bool IsLabel(string text) => Label.IsMatch(text);

    /// <summary>Whether a text is a subdomain of RFC 1123, as most objects may be called.</summary>
    public static bool IsSubdomain(string text) => text.Length is > 0 and <= 253 && text.Split('.').All(IsLabel);

    private static Regex Label => field ??= new(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant);
}
