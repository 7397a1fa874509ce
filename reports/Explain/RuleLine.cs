using System.Text.RegularExpressions;
using KedaStack.Scaling.Steps;

namespace KedaStack.Reports.Explain;

/// <summary>A rule in two cells, for a terminal that is too narrow for more.</summary>
internal static class RuleLine
{
    /// <summary><c>* rule</c> and <c>input; formula -> output</c>, the mark for a rule that changed the result.</summary>
    public static string[] Of(RuleStep rule)
    {
        var input = Adds(rule) ? $"{rule.Input}; " : "";
        return [Mark(rule) + rule.Rule, $"{input}{rule.Formula} -> {rule.Output}"];
    }

    /// <summary>The mark of a rule that changed the result; blanks for another one.</summary>
    public static string Mark(RuleStep rule) => rule.Changed ? "* " : "  ";

    // An input whose numbers all come again is left out.
    private static bool Adds(RuleStep rule)
    {
        var numbers = Number.Matches(rule.Input).Select(match => match.Value).ToList();
        var again = Number.Matches($"{rule.Formula} {rule.Output}").Select(match => match.Value);
        return numbers.Count == 0 || numbers.Except(again).Any();
    }

    private static Regex Number => field ??= new(@"(?<!\w)[0-9][\w.]*", RegexOptions.CultureInvariant);
}
