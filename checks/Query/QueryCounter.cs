using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The query takes the rate of counters, and of nothing else.</summary>
internal sealed class QueryCounter() : Check(new()
{
    Id = "query-counter",
    Severity = Severity.Error,
    Title = "The query takes the rate of counters, and of nothing else",
    Failure = "the app goes to maxReplicaCount and stays there: a counter only grows; the rate of a gauge is meaningless",
    Cause = "A counter counts since the pod started.",
    Fix = "Write `rate(<counter>[2m])`, and use a gauge without rate().",
    About = [ResourceTypes.ScaledObject],
})
{
    private static readonly HashSet<string> _rates = ["rate", "irate", "increase"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var selected in stack.TriggerSelectors.Where(selected => selected.IsOwnMetric))
        {
            var (metric, function) = (selected.Selector.Metric, selected.Selector.Function ?? "");
            // Of the pods' own metrics it is known.
            var isCounter = selected.Metrics.IsCounter(metric) is true;
            if (isCounter && !_rates.Contains(function))
            {
                yield return Found(selected.ScaledObject, selected.Path, $"the counter {metric} without rate()", $"rate({metric}[2m])");
            }
            else if (!isCounter && _rates.Contains(function))
            {
                yield return Found(selected.ScaledObject, selected.Path, $"{function}() of {metric}, which is no counter", "the metric itself");
            }
        }
    }
}
