using KedaStack.Resources.Queries;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Workloads;

/// <summary>Finds out which series a query is about.</summary>
internal static class RateSelection
{
    /// <summary>The series of a query with one selector that has a range and asks for equal labels only; null for another one.</summary>
    public static RequestRateQuery? Of(string query) => PromQuery.Read(query) is { Problem: null, Selectors: [{ Metric.Length: > 0 } selector] }
        && selector.Conditions.All(condition => condition.Operator == "=")
        && PrometheusDuration.TryParse(selector.Range ?? "", out var window)
            ? new RequestRateQuery(
                selector.Metric,
                [
                    .. selector.Conditions.Where(condition => condition.Label != "__name__")
                        .Select(condition => new LabelMatcher(condition.Label, condition.Value)),
                ],
                window)
            : null;
}
