using System.Text.RegularExpressions;

namespace KedaStack.Resources.Queries;

/// <summary>As much of a PromQL query as checks need.</summary>
internal sealed record PromQuery
{
    /// <summary>The selectors, in the order of the text.</summary>
    public required IReadOnlyList<MetricSelector> Selectors { get; init; }

    /// <summary>Why the text cannot be a query; null when nothing was noticed.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether anything in it aggregates, or makes a vector of one number.</summary>
    public required bool Aggregates { get; init; }

    /// <summary>The labels that the outermost aggregation, when it is the whole query, keeps: written <c>by (pod)</c>; null for none.</summary>
    public string? OuterGrouping { get; init; }

    /// <summary>Reads a query.</summary>
    public static PromQuery Read(string text) => new PromQueryReader(text).Read();
}

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

/// <summary>A selector of a query.</summary>
/// <param name="Metric">The metric's name; empty when only labels select.</param>
/// <param name="Conditions">The label matchers.</param>
/// <param name="Range">The range, as written; null for an instant selector.</param>
/// <param name="Function">The function that it is the argument of; null when there is none.</param>
internal sealed record MetricSelector(string Metric, IReadOnlyList<LabelCondition> Conditions, string? Range, string? Function)
{
    /// <summary>Whether series with these labels may be selected: no condition on one of them fails.</summary>
    public bool MaySelect(IReadOnlyDictionary<string, string> labels) =>
        Conditions.All(condition => !labels.TryGetValue(condition.Label, out var value) || condition.Passes(value));

    /// <summary>The condition on a label that pins it to values.</summary>
    public LabelCondition? Pin(string label) =>
        Conditions.FirstOrDefault(condition => condition.Label == label && condition is { Operator: "=" or "=~", Value.Length: > 0 });
}
