using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The query's label values are those of the app that it scales.</summary>
internal sealed class QuerySelectsApp() : Check(new()
{
    Id = "query-selects-app",
    Severity = Severity.Error,
    Title = "The query's label values are those of the app that it scales",
    Failure = "`prometheus metrics 'prometheus' target may be lost, the result is empty`, or the load of another app scales this one",
    Cause = "`namespace` is the pods' namespace, `job` and `service` are the Service's name, `endpoint` is the name of its port.",
    Fix = "Take the values from the Service that the ServiceMonitor selects.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from selected in stack.TriggerSelectors
        where selected.IsOwnMetric && selected.Targets.Count > 0
        where !selected.Targets.Any(target => selected.Selector.MaySelect(target.Labels))
        let labels = selected.Targets[0].Labels
        from condition in selected.Selector.Conditions
        where labels.TryGetValue(condition.Label, out var value) && !condition.Passes(value)
        select Found(
            selected.ScaledObject,
            selected.Path,
            $"{condition.Label}{condition.Operator}\"{condition.Value}\"",
            $"{condition.Label}=\"{labels[condition.Label]}\"");
}
