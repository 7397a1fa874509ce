using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Resources.Workloads.Answers;

/// <summary>The answer of a query as it is typed: a number, <c>NaN</c>, <c>Inf</c> or <c>empty</c>.</summary>
internal static class QueryAnswer
{
    /// <summary>What is expected.</summary>
    public const string Expected = "a number such as 45 or 0.5, or NaN, Inf, -Inf or empty";

    /// <summary>Reads <c>--value</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static InstantQueryResponse? Read(string text, ICollection<SettingsProblem> problems) => text.ToUpperInvariant() switch
    {
        "EMPTY" => InstantQueryResponse.Empty,
        "NAN" => InstantQueryResponse.Vector("NaN"),
        "INF" or "+INF" => InstantQueryResponse.Vector("+Inf"),
        "-INF" => InstantQueryResponse.Vector("-Inf"),
        _ => Number(text, "is not a query answer", Expected, problems) is null ? null : InstantQueryResponse.Vector(text),
    };

    /// <summary>Reads a number.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="wrong">What another text is.</param>
    /// <param name="expected">What is expected.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static double? Number(string text, string wrong, string expected, ICollection<SettingsProblem> problems)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var isNumber = double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && char.IsAsciiDigit(text[^1]);
        if (isNumber && double.IsFinite(number))
        {
            return number;
        }

        problems.Add(SettingsProblem.Create(
            "--value", isNumber ? "is too large for a number" : wrong, Quoted.Text(text), $"write {expected}"));
        return null;
    }
}
