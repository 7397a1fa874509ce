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
        var formula = modifiers.Text("formula") ?? "";
        _ = ScalingModifiers.Read(
            formula, modifiers.Text("target") ?? "", modifiers.Text("activationTarget") ?? "", modifiers.Text("metricType") ?? "", names, out var error);
        if (error is not null)
        {
            var isFormula = error.StartsWith(OfFormula, StringComparison.Ordinal);
            yield return new Denial(
                error.Contains("target", StringComparison.Ordinal) && !error.Contains("unknown name", StringComparison.Ordinal) ? $"{Path}.target" : $"{Path}.formula",
                isFormula && UnknownName().Match(error) is { Success: true } unknown ? Pointed(formula, unknown.Groups["name"].Value) : error,
                names.Count == 0 ? "a name for each trigger of the formula" : $"the names of triggers: {string.Join(", ", names)}");
        }
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
