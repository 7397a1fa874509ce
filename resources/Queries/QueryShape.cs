using System.Text.RegularExpressions;

namespace KedaStack.Resources.Queries;

/// <summary>What a query computes at its outermost level.</summary>
internal static partial class QueryShape
{
    /// <summary>
    /// The part that makes a value per pod out of one over all pods: an average, or a division by a count; null for none. Only
    /// the outermost level counts: what is summed afterwards is a total again.
    /// </summary>
    /// <param name="query">The query.</param>
    public static string? PerPodAverage(string query)
    {
        var tokens = Stripped([.. Token().Matches(query).Select(match => match.Value).Where(token => !string.IsNullOrWhiteSpace(token) && token[0] != '#')]);
        var operands = Operands(tokens);
        var numbers = operands.Count(operand => operand.Tokens.Count == 1 && char.IsAsciiDigit(operand.Tokens[0][0]));
        if (operands.Count - numbers == 1 && operands.First(operand => operand.Tokens.Count > 1 || !char.IsAsciiDigit(operand.Tokens[0][0])) is var only && Call(only.Tokens) == "avg")
        {
            return "avg(...)";
        }

        return operands.Where(operand => operand.Operator == "/").Select(operand => Stripped(operand.Tokens)).Select(divisor => Call(divisor) switch
        {
            "count" => "a division by count(...)",
            "scalar" when divisor.Count > 3 && Call(Stripped(divisor[2..^1])) == "count" => "a division by scalar(count(...))",
            _ => null,
        }).FirstOrDefault(found => found is not null);
    }

    /// <summary>The function or aggregation that an operand calls as a whole; empty for none.</summary>
    private static string Call(List<string> tokens)
    {
        if (tokens.Count < 3 || !char.IsAsciiLetter(tokens[0][0]))
        {
            return "";
        }

        // avg by (x) (...) and avg(...) by (x) keep labels, and are many values.
        return tokens[1] == "(" && Closing(tokens, 1) == tokens.Count - 1 ? tokens[0] : "";
    }

    private static List<string> Stripped(List<string> tokens)
    {
        while (tokens.Count > 2 && tokens[0] == "(" && Closing(tokens, 0) == tokens.Count - 1)
        {
            tokens = tokens[1..^1];
        }

        return tokens;
    }

    private static int Closing(List<string> tokens, int open)
    {
        var depth = 0;
        for (var i = open; i < tokens.Count; i++)
        {
            depth += tokens[i] switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The operands of the outermost level, each with the operator before it.</summary>
    private static List<(string Operator, List<string> Tokens)> Operands(List<string> tokens)
    {
        var operands = new List<(string, List<string>)> { ("", []) };
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token switch { "(" or "{" or "[" => 1, ")" or "}" or "]" => -1, _ => 0 };
            if (depth == 0 && token is "/" or "*" or "+" or "-" or "%" or "^" && depth == 0)
            {
                operands.Add((token, []));
            }
            else
            {
                operands[^1].Item2.Add(token);
            }
        }

        return [.. operands.Where(operand => operand.Item2.Count > 0)];
    }

    [GeneratedRegex("""("(\\.|[^"\\])*"|'(\\.|[^'\\])*'|`[^`]*`|#[^\n]*|[A-Za-z_:][A-Za-z0-9_:]*|[0-9][0-9A-Za-z.]*|\s+|.)""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Token();
}
