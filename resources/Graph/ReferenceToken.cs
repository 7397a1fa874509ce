using System.Text.RegularExpressions;

namespace KedaStack.Resources.Graph;

/// <summary>
/// What stands in a preview for a value that only the deployment makes: <c>${aks.oidcIssuerProfile.issuerURL}</c>, the
/// resource's name and the path of its output.
/// </summary>
internal static partial class ReferenceToken
{
    /// <summary>The token of an output.</summary>
    /// <param name="reference">The resource's name and the path: <c>aks.oidcIssuerProfile.issuerURL</c>.</param>
    public static string Create(string reference) => $"${{{reference}}}";

    /// <summary>The references in a text, in their order.</summary>
    public static IEnumerable<string> FindAll(string text) =>
        Token().Matches(text).Select(match => match.Groups["reference"].Value);

    /// <summary>The text with each token replaced by its bare reference, for people.</summary>
    public static string Strip(string text) => Token().Replace(text, "${reference}");

    // Scripts and dashboards hold ${...} of their own, so a reference has to have a dot and no blank.
    [GeneratedRegex(@"\$\{(?<reference>[A-Za-z0-9_@+-][A-Za-z0-9_@.+-]*\.[A-Za-z0-9_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
