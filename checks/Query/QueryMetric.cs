using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The query's metric is one that the selected app exposes.</summary>
internal sealed class QueryMetric() : Check(new()
{
    Id = "query-metric",
    Severity = Severity.Error,
    Title = "The query's metric is one that the selected app exposes",
    Failure = "`prometheus metrics 'prometheus' target may be lost, the result is empty`; with ignoreNullValues true the app stays at its minimum replica count",
    Cause = "A metric that nobody exposes is an empty result and not an error. The app's metrics are read from the `# TYPE` lines of the scripts that it mounts; nothing is known of an app in an image, and the check stays silent.",
    Fix = "Use the name that `/metrics` shows.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from selected in stack.TriggerSelectors
        where selected is { NamesPods: true, Metrics.AreKnown: true, IsOwnMetric: false }
        select Found(selected.ScaledObject, selected.Path, selected.Selector.Metric, $"one of {selected.Metrics.Shown}");
}
