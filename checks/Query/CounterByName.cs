using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>A metric whose name ends in _total is asked for its rate.</summary>
internal sealed class CounterByName() : Check(new()
{
    Id = "query-counter-by-name",
    Severity = Severity.Warning,
    Title = "A metric whose name ends in _total is asked for its rate",
    Failure = "the app goes to maxReplicaCount and stays there: a counter only grows",
    Cause = "By the naming rules of Prometheus `_total` is a counter: what was counted since the pod started, and not a load.",
    Fix = "Write `sum(rate(<counter>[2m]))`.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    // What looks at how a counter changes, or not at its value.
    private static readonly HashSet<string> _right = new(StringComparer.Ordinal)
    {
        "rate", "irate", "increase", "delta", "idelta", "deriv", "changes", "resets", "count", "group", "absent", "absent_over_time", "count_over_time", "present_over_time", "timestamp",
    };

    // What there is at a time, whose name says so before it says _total.
    private static readonly string[] _gauges = ["lag", "pending", "waiting", "backlog", "depth", "length", "size", "in_flight", "inflight"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        from selector in trigger.Query is { Problem: null } query ? query.Selectors : []
        where selector.Metric.EndsWith("_total", StringComparison.Ordinal) && !_gauges.Any(word => selector.Metric.EndsWith($"_{word}_total", StringComparison.Ordinal)) && !_right.Contains(selector.Function ?? "")
        select Found(trigger.ScaledObject, trigger.MetadataPath("query"), $"{selector.Metric} without rate()", $"rate({selector.Metric}[2m])");
}
