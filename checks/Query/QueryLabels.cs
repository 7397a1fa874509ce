using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The query's labels are ones that scraping adds or the app exposes.</summary>
internal sealed class QueryLabels() : Check(new()
{
    Id = "query-labels",
    Severity = Severity.Error,
    Title = "The query's labels are ones that scraping adds or the app exposes",
    Failure = "`prometheus metrics 'prometheus' target may be lost, the result is empty`",
    Cause = "Scraping through a ServiceMonitor adds cluster, namespace, service, job, pod, container, endpoint and instance. There is no label `deployment`, whatever some guides show.",
    Fix = "Select by `cluster`, `namespace` and `job` (the Service's name).",
    About = [ResourceTypes.ScaledObject],
})
{
    private static readonly HashSet<string> _scraped =
        ["cluster", "namespace", "service", "job", "pod", "container", "endpoint", "instance", "__name__"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var selected in stack.TriggerSelectors.Where(selected => selected.IsOwnMetric))
        {
            var own = selected.Metrics.LabelsOf(selected.Selector.Metric);
            var added = selected.Targets.SelectMany(Added).ToHashSet();
            foreach (var condition in selected.Selector.Conditions.Where(condition => condition.Value.Length > 0))
            {
                // Where the app's own labels cannot be read, only the one that never exists is sure to be wrong.
                var known = own.Count > 0 || condition.Label == "deployment";
                if (known && !_scraped.Contains(condition.Label) && !own.Contains(condition.Label) && !added.Contains(condition.Label)
                    && !condition.Label.StartsWith("exported_", StringComparison.Ordinal))
                {
                    yield return Found(
                        selected.ScaledObject,
                        selected.Path,
                        $"the label {condition.Label}",
                        $"one of {string.Join(", ", _scraped.Except(["__name__"]).Concat(own).Concat(added).Distinct())}");
                }
            }
        }
    }

    /// <summary>The labels that a monitor is told to add.</summary>
    private static IEnumerable<string> Added(ScrapeTarget target)
    {
        var inputs = target.Monitor.Inputs;
        return inputs.Texts("spec.targetLabels")
            .Concat(inputs.Texts("spec.podTargetLabels"))
            .Concat(inputs.Objects("spec.endpoints").SelectMany(endpoint => endpoint.Objects("relabelings").Concat(endpoint.Objects("metricRelabelings")))
                .Select(relabeling => relabeling.Text("targetLabel"))
                .OfType<string>());
    }
}
