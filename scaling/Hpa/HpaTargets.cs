using System.Globalization;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Hpa;

/// <summary>The column TARGETS of <c>kubectl get hpa</c> (kubernetes pkg/printers/internalversion, formatHPAMetrics).</summary>
public static class HpaTargets
{
    private const int Shown = 2;

    /// <summary>
    /// Current value and target of each metric, <c>5792m/10 (avg)</c> or <c>45/10</c>; <c>&lt;unknown&gt;</c> without a
    /// value; after two metrics only how many more there are.
    /// </summary>
    /// <param name="spec">The HPA.</param>
    /// <param name="proposals">The metrics of its last reconcile; empty before the first.</param>
    public static string Format(HorizontalPodAutoscalerSpec spec, ReadOnlySpan<MetricProposal> proposals)
    {
        var texts = new List<string>(spec.Metrics.Count);
        for (var i = 0; i < spec.Metrics.Count; i++)
        {
            var known = i < proposals.Length && proposals[i].Error is null && proposals[i].TargetMilli != 0;
            texts.Add(Format(spec.Metrics[i], known ? new MilliQuantity(proposals[i].ReportedMilli) : null));
        }

        return texts.Count switch
        {
            0 => "<none>",
            <= Shown => string.Join(", ", texts),
            _ => string.Join(", ", texts.Take(Shown))
                + string.Create(CultureInfo.InvariantCulture, $" + {texts.Count - Shown} more..."),
        };
    }

    /// <summary>One metric: <c>45/10 (avg)</c>, <c>cpu: 43%/60%</c>.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="current">Its current value, of a utilization in percent; null without one.</param>
    public static string Format(MetricSource metric, MilliQuantity? current)
    {
        var shown = current?.ToString() ?? "<unknown>";
        return metric switch
        {
            { TargetType: MetricTargetType.Utilization } => $"{metric.Name}: {(current is { } used ? Percent(used) : shown)}/{Percent(metric.Target)}",
            ResourceMetricSource => $"{metric.Name}: {shown}/{metric.Target}",
            PodsMetricSource => $"{shown}/{metric.Target}",
            _ => $"{shown}/{metric.Target}{(metric.TargetType == MetricTargetType.AverageValue ? " (avg)" : "")}",
        };
    }

    /// <summary>A utilization: <c>43%</c>.</summary>
    /// <param name="percent">The percent, a whole number.</param>
    public static string Percent(MilliQuantity percent) => (percent.Milli / 1000).ToString(CultureInfo.InvariantCulture) + "%";
}
