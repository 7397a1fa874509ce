using System.Text.RegularExpressions;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Resources.Workloads;

/// <summary>A query whose value is already one per pod, which an average target divides by the pods once more.</summary>
internal static class PerPodQuery
{
    /// <summary>What that leads to, in a sentence; null for another query or target.</summary>
    /// <param name="name">How the user calls the trigger.</param>
    /// <param name="trigger">The trigger.</param>
    public static string? Note(string name, PrometheusTrigger trigger) => trigger.MetricType == MetricTargetType.AverageValue && IsPerPod(trigger.Query)
        ? $"{name}: the query looks like a value per pod (avg, or divided by a count). metricType AverageValue divides it by the replicas once more, "
            + "so that it hardly scales out: write sum(...), or metricType Value."
        : null;

    private static bool IsPerPod(string query) => Average.IsMatch(query) || DividedByCount.IsMatch(query);

    private static Regex Average => field ??= new(@"^\s*avg\s*(\(|by\b|without\b)", RegexOptions.CultureInvariant);

    private static Regex DividedByCount => field ??= new(@"/\s*(scalar\s*\(\s*)?count\s*(\(|by\b)", RegexOptions.CultureInvariant);
}
