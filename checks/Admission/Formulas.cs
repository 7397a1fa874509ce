using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Checks.Admission;

/// <summary>What KEDA's webhook says of a formula over triggers (pkg/scaling/modifiers/formula.go, with the words of expr-lang).</summary>
internal static partial class Formulas
{
    private const string Path = "spec.advanced.scalingModifiers";
    private const string OfFormula = "error validating formula in ScalingModifiers\n";

    /// <summary>The reasons to deny it.</summary>
    /// <param name="inputs">The ScaledObject.</param>
    /// <param name="triggers">Its triggers.</param>
    public static IEnumerable<Denial> Denials(JsonObject inputs, IReadOnlyList<JsonObject> triggers)
    {
        if (inputs.At(Path) is not JsonObject { Count: > 0 } modifiers)
        {
            yield break;
        }

        var names = triggers.Where(trigger => !ResourceTrigger.Types.Contains(trigger.Text("type") ?? ""))
            .Select(trigger => trigger.Text("name") ?? "").Where(name => name.Length > 0).Distinct().ToList();
        string Text(string name) => modifiers.Text(name) ?? "";
        string? Error(string activationTarget, string metricType)
        {
            _ = ScalingModifiers.Read(Text("formula"), Text("target"), activationTarget, metricType, names, out var error);
            return error;
        }

        var formula = Text("formula");
        if (Error(Text("activationTarget"), Text("metricType")) is not { } error)
        {
            yield break;
        }

        var field = formula.Length == 0 || (Text("target").Length > 0 && Formula.Parse(formula, names, out _) is null) ? "formula"
            : Error("", "") is not null ? "target"
            : Error("", Text("metricType")) is not null ? "metricType"
            : "activationTarget";
        yield return new Denial(
            $"{Path}.{field}",
            field == "formula" && UnknownName().Match(error) is { Success: true } unknown ? Pointed(formula, unknown.Groups["name"].Value) : error,
            field switch
            {
                "formula" when names.Count == 0 => "a name for each trigger of the formula",
                "formula" => $"a formula over the names of triggers: {string.Join(", ", names)}",
                "metricType" => "AverageValue or Value",
                _ => "a number above 0, in quotes",
            });
    }

    /// <summary>The words with the place of a name, as expr-lang prints it: KEDA puts float() around the formula.</summary>
    private static string Pointed(string formula, string name)
    {
        var text = $"float({formula})";
        var at = Regex.Match(text, $@"(?<![A-Za-z0-9_]){Regex.Escape(name)}(?![A-Za-z0-9_])", RegexOptions.CultureInvariant).Index;
        return string.Create(CultureInfo.InvariantCulture, $"{OfFormula}unknown name {name} (1:{at + 1})\n | {text}\n | {new string('.', at)}^");
    }

    [GeneratedRegex("unknown name (?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownName();
}
