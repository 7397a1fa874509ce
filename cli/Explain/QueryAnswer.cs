using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Cli.Explain;

/// <summary>The answer of a query as it is typed: a number, <c>NaN</c>, <c>Inf</c> or <c>empty</c>.</summary>
internal static class QueryAnswer
{
    private const string Expected = "a number such as 45 or 0.5, or NaN, Inf, -Inf or empty";

    /// <summary>Reads <c>--value</c>.</summary>
    /// <param name="text">What was typed; null for nothing.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static InstantQueryResponse? Read(string? text, ICollection<SettingsProblem> problems)
    {
        switch (text?.Trim().ToUpperInvariant())
        {
            case "EMPTY":
                return InstantQueryResponse.Empty;
            case "NAN":
                return InstantQueryResponse.Vector("NaN");
            case "INF" or "+INF":
                return InstantQueryResponse.Vector("+Inf");
            case "-INF":
                return InstantQueryResponse.Vector("-Inf");
            case null or "":
                problems.Add(SettingsProblem.Create("--value", "is missing", "nothing", $"write {Expected}, which the query answers; or explain a recorded HPA (--hpa), or ask Prometheus (--live)"));
                return null;
            default:
                return Number(text.Trim(), problems);
        }
    }

    private static InstantQueryResponse? Number(string text, ICollection<SettingsProblem> problems)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var isNumber = double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && char.IsAsciiDigit(text[^1]);
        if (isNumber && double.IsFinite(number))
        {
            return InstantQueryResponse.Vector(text);
        }

        problems.Add(SettingsProblem.Create(
            "--value", isNumber ? "is too large for a number" : "is not a query answer", Quoted.Text(text), $"write {Expected}"));
        return null;
    }
}
