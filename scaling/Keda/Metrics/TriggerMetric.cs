using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Metrics;

/// <summary>What KEDA remembers of one external trigger: its failures, what a poll stored, and what the HPA's last request saw.</summary>
/// <param name="trigger">The trigger.</param>
/// <param name="metric">The metric whose target a fallback multiplies: the trigger's own, or that of the formula.</param>
/// <param name="fallback">The fallback; null for none, or for one that does not work.</param>
internal sealed class TriggerMetric(ExternalMetricTrigger trigger, MetricSource metric, Fallback? fallback)
{
    /// <summary>The trigger.</summary>
    public ExternalMetricTrigger Trigger => trigger;

    /// <summary>The trigger's metric.</summary>
    public string Name { get; } = trigger.MetricName;

    /// <summary>What the HPA gets while the trigger fails.</summary>
    public MetricReading Error { get; } = KedaMetricsServer.Error(trigger.MetricName);

    /// <summary>The failures in a row.</summary>
    public FallbackCounter Failures { get; } = new(fallback);

    /// <summary>What the last poll stored for the HPA's requests, with useCachedMetrics.</summary>
    /// <value>Null: nothing, and a request asks the source.</value>
    public ScalerReading? Stored { get; set; }

    /// <summary>What the HPA's last request saw.</summary>
    /// <value>Null: there was none.</value>
    public TriggerState? Observed { get; set; }

    /// <summary>Counts one reading and says what is reported.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="replicas">The target's desired replicas.</param>
    /// <param name="readyPods">Its pods that are running and Ready.</param>
    /// <param name="semantics">KEDA.</param>
    public FallbackOutcome Report(ScalerReading reading, int replicas, int readyPods, KedaSemantics semantics) =>
        Failures.Report(reading, metric, replicas, readyPods, semantics);

    /// <summary>Counts a reading of the HPA's request that is a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isObserved">Whether polls take what requests saw.</param>
    public void Succeed(double value, bool isObserved)
    {
        Failures.Succeed();
        if (isObserved)
        {
            Observed = new TriggerState(trigger.IsActive(value), IsError: false);
        }
    }

    /// <summary>What a poll that counts no failures (up to KEDA 2.18) makes of a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="semantics">KEDA.</param>
    public static FallbackOutcome Uncounted(ScalerReading reading, KedaSemantics semantics) => reading.Error is null
        ? new FallbackOutcome(KedaQuantity.FromValue(reading.Value, semantics.Conversion), false, null)
        : new FallbackOutcome(null, false, reading.Error);

    /// <summary>What a poll stores: an error as an error, all else as a value, a fallback's as well.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="outcome">What was made of it.</param>
    public void Store(ScalerReading reading, in FallbackOutcome outcome) =>
        Stored = reading.Error is not null && outcome.Value is { } value ? ScalerReading.Of(value.ToDouble()) : reading;
}
