namespace KedaStack.Scaling.Keda.Modifiers;

/// <summary>Cuts a formula into its parts.</summary>
internal static class FormulaTokens
{
    private static readonly string[] _symbols =
        ["**", "==", "!=", "<=", ">=", "&&", "||", "??", "?:", "+", "-", "*", "/", "%", "^", "<", ">", "!", "?", ":", ",", ";", "=", "#", "(", ")", "[", "]", "{", "}"];

    public static List<FormulaToken> Of(string formula)
    {
        var tokens = new List<FormulaToken>();
        for (var at = 0; at < formula.Length;)
        {
            var token = char.IsWhiteSpace(formula[at]) ? default : Next(formula, at);
            if (token.Text is null)
            {
                at++;
                continue;
            }

            tokens.Add(token);
            at += token.Text.Length;
        }

        tokens.Add(new FormulaToken(FormulaTokenKind.End, "", formula.Length + 1));
        return tokens;
    }

    private static FormulaToken Next(string formula, int at)
    {
        var first = formula[at];
        if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < formula.Length && char.IsAsciiDigit(formula[at + 1])))
        {
            return new FormulaToken(FormulaTokenKind.Number, Number(formula, at), at + 1);
        }

        if (char.IsLetter(first) || first is '_' or '$')
        {
            var end = at;
            while (end < formula.Length && (char.IsLetterOrDigit(formula[end]) || formula[end] is '_' or '$'))
            {
                end++;
            }

            return new FormulaToken(FormulaTokenKind.Name, formula[at..end], at + 1);
        }

        var symbol = Array.Find(_symbols, symbol => formula.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal));
        return symbol is null
            ? throw new FormulaException(FormattableString.Invariant($"the formula has '{first}' at place {at + 1}, which is not supported"))
            : new FormulaToken(FormulaTokenKind.Symbol, symbol, at + 1);
    }

    private static string Number(string formula, int at)
    {
        var end = at;
        while (end < formula.Length && (char.IsAsciiDigit(formula[end]) || formula[end] is '.' or '_' or 'e' or 'E'
            || (formula[end] is '+' or '-' && formula[end - 1] is 'e' or 'E')))
        {
            end++;
        }

        return formula[at..end];
    }
}
