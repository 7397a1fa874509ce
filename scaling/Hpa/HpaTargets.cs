using System.Globalization;

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
            var current = known ? new MilliQuantity(proposals[i].ReportedMilli).ToString() : "<unknown>";
            var suffix = spec.Metrics[i].TargetType == MetricTargetType.AverageValue ? " (avg)" : "";
            texts.Add($"{current}/{spec.Metrics[i].Target}{suffix}");
        }

        return texts.Count switch
        {
            0 => "<none>",
            <= Shown => string.Join(", ", texts),
            _ => string.Join(", ", texts.Take(Shown))
                + string.Create(CultureInfo.InvariantCulture, $" + {texts.Count - Shown} more..."),
        };
    }
}
