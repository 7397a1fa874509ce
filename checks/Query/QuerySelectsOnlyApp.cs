using KedaStack.Checks.Rules;
using KedaStack.Resources.Queries;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The query pins the cluster, the namespace and the job.</summary>
internal sealed class QuerySelectsOnlyApp() : Check(new()
{
    Id = "query-selects-only-app",
    Severity = Severity.Warning,
    Title = "The query pins the cluster, the namespace and the job",
    Failure = "more replicas than the load needs: the requests of other apps or other clusters count too",
    Cause = "A workspace may hold several clusters and a namespace several apps, with metrics of the same name.",
    Fix = "Select by `cluster`, `namespace` and `job` (or `service`).",
    NotForFiles = CheckInfo.OwnRule,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var selected in stack.TriggerSelectors.Where(selected => selected is { IsOwnMetric: true, Targets.Count: > 0 }))
        {
            var missing = new List<string>();
            if (!stack.Given.HasPrometheus)
            {
                // A Prometheus of the cluster's own has no series of others, and adds no such label.
                Need("cluster", selected.Selector.Pin("cluster"));
            }

            Need("namespace", selected.Selector.Pin("namespace"));
            Need("job", selected.Selector.Pin("job") ?? selected.Selector.Pin("service"));
            if (missing.Count > 0)
            {
                yield return Found(
                    selected.ScaledObject, selected.Path, $"{selected.Selector.Metric} without {string.Join(", ", missing)}", "all of cluster, namespace and job");
            }

            void Need(string label, LabelCondition? pin)
            {
                if (pin is null)
                {
                    missing.Add(label);
                }
            }
        }
    }
}
