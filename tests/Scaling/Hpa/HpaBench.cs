using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>An HPA with one AverageValue metric whose target follows it at once, and a clock of 15 s.</summary>
internal sealed class HpaBench(
    int min, int max, HorizontalPodAutoscalerBehavior? behavior = null, long targetMilli = 10_000, HpaSemantics? semantics = null)
{
    public const long Sync = 15_000;

    public HpaReconciler Hpa { get; } = new(
        new HorizontalPodAutoscalerSpec
        {
            Namespace = "default",
            MinReplicas = min,
            MaxReplicas = max,
            Metrics = [HpaCase.Source(MetricTargetType.AverageValue, targetMilli)],
            Behavior = behavior,
        },
        semantics);

    public long Now { get; set; }

    public int Replicas { get; set; } = min;

    /// <summary>One sync with a value in whole units; null for a missing metric.</summary>
    public HpaReconciliation Step(double? value, long afterMilliseconds = Sync, IHpaTrace? trace = null)
    {
        Now += afterMilliseconds;
        var reading = value is { } units ? MetricReading.Of((long)(1000 * units)) : MetricReading.Sum([]);
        var result = Hpa.Reconcile(Now, ScaleTargetStatus.AtRest(Replicas), [reading], trace);
        Replicas = result.DesiredReplicas;
        return result;
    }

    public int[] Steps(double? value, int count) => Enumerable.Range(0, count).Select(_ => Step(value).DesiredReplicas).ToArray();
}
