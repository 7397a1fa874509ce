using System.Text.RegularExpressions;

namespace KedaStack.Resources.Queries;

/// <summary>A label matcher of a selector.</summary>
/// <param name="Label">The label.</param>
/// <param name="Operator">One of <c>= != =~ !~</c>.</param>
/// <param name="Value">The value or the regular expression.</param>
internal sealed record LabelCondition(string Label, string Operator, string Value)
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>Whether a value passes. The store of Azure Monitor takes no notice of case.</summary>
    public bool Passes(string value) => Operator switch
    {
        "=" => string.Equals(value, Value, StringComparison.OrdinalIgnoreCase),
        "!=" => !string.Equals(value, Value, StringComparison.OrdinalIgnoreCase),
        "=~" => Matches(value),
        _ => !Matches(value),
    };

    private bool Matches(string value)
    {
        try
        {
            return Regex.IsMatch(value, $"^(?:{Value})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, _longest);
        }
        catch (ArgumentException)
        {
            // Not a regular expression that .NET knows; RE2 has a few forms of its own.
            return true;
        }
    }
}
