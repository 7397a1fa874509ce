using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>With ignoreNullValues true an alert tells when the metric is absent.</summary>
internal sealed class AbsenceAlert() : Check(new()
{
    Id = "absence-alert",
    Severity = Severity.Warning,
    Title = "With ignoreNullValues true an alert tells when the metric is absent",
    Failure = "an outage of scraping scales the app in to its minimum replica count, under full load, and nobody is told",
    Cause = "With `ignoreNullValues` true (the default) KEDA treats an empty result, NaN and Inf as 0.",
    Fix = "Set `ignoreNullValues` to `\"false\"`, which keeps the replicas; or add an alert on `absent(<metric>)`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        List<string> expressions =
        [
            .. stack.OfType(ResourceTypes.RuleGroup)
                .Where(group => !group.Inputs.IsFalse("enabled"))
                .SelectMany(group => group.Inputs.Objects("rules"))
                .Where(rule => rule.Text("alert") is not null && !rule.IsFalse("enabled"))
                .Select(rule => rule.Text("expression") ?? ""),
        ];
        var alerted = expressions
            .SelectMany(expression => PromQuery.Read(expression).Selectors)
            .Where(selector => selector.Function is "absent" or "absent_over_time")
            .Select(selector => selector.Metric)
            .ToHashSet(StringComparer.Ordinal);
        return from trigger in stack.PrometheusTriggers
               where NullValues.AreIgnored(trigger)
               let metrics = trigger.Query?.Selectors.Select(selector => selector.Metric) ?? []
               where !metrics.All(alerted.Contains)
                   && !expressions.Exists(expression => expression.Contains($"absent({trigger.Metadata("query")})", StringComparison.Ordinal))
               select Found(
                   trigger.ScaledObject,
                   trigger.MetadataPath("ignoreNullValues"),
                   trigger.Metadata("ignoreNullValues") ?? "nothing, which is true",
                   "\"false\", or an alert on absence");
    }
}
