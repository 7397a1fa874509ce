using System.Globalization;
using System.Text.RegularExpressions;

namespace KedaStack.Doctor.Evidence;

/// <summary>Queries that select nothing: numbers, <c>vector(...)</c>, <c>scalar(...)</c> and arithmetic on them.</summary>
internal static partial class Constant
{
    /// <summary>Whether a query is such a one, and what it gives is NaN or infinite.</summary>
    public static bool IsNotANumber(string query) => Value(query) is { } value && !double.IsFinite(value);

    private static double? Value(string query)
    {
        var tokens = Token().Matches(query.Trim()).Select(match => match.Value).ToList();
        if (tokens.Sum(token => token.Length) != query.Count(character => !char.IsWhiteSpace(character)))
        {
            return null;
        }

        var at = 0;
        var value = Sum(tokens, ref at);
        return at == tokens.Count ? value : null;
    }

    private static double? Sum(List<string> tokens, ref int at)
    {
        var value = Product(tokens, ref at);
        while (value is not null && at < tokens.Count && tokens[at] is "+" or "-")
        {
            var isPlus = tokens[at++] == "+";
            value += Product(tokens, ref at) * (isPlus ? 1 : -1);
        }

        return value;
    }

    private static double? Product(List<string> tokens, ref int at)
    {
        var value = Single(tokens, ref at);
        while (value is not null && at < tokens.Count && tokens[at] is "*" or "/")
        {
            var isTimes = tokens[at++] == "*";
            var next = Single(tokens, ref at);
            value = isTimes ? value * next : value / next;
        }

        return value;
    }

    private static double? Single(List<string> tokens, ref int at)
    {
        if (at >= tokens.Count)
        {
            return null;
        }

        var token = tokens[at++];
        switch (token)
        {
            case "-":
                return -Single(tokens, ref at);
            case "vector" or "scalar":
                return at < tokens.Count && tokens[at] == "(" ? Single(tokens, ref at) : null;
            case "(":
                var inner = Sum(tokens, ref at);
                return at < tokens.Count && tokens[at++] == ")" ? inner : null;
            default:
                return token.ToUpperInvariant() switch
                {
                    "NAN" => double.NaN,
                    "INF" => double.PositiveInfinity,
                    _ => double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
                };
        }
    }

    [GeneratedRegex(@"[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?|\.[0-9]+|(?i:vector|scalar|nan|inf)|[()+*/-]", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
