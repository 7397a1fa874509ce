namespace KedaStack.Resources.Queries;

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
