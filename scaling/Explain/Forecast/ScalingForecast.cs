using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Hpa.Trace;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>What happens to the count when an answer stays as it is.</summary>
public sealed record ScalingForecast
{
    /// <summary>The replicas at the beginning.</summary>
    public required int CurrentReplicas { get; init; }

    /// <summary>Every change, in order.</summary>
    public required IReadOnlyList<CountChange> Changes { get; init; }

    /// <summary>Whether nothing changes any more; false when it still did after a very long time.</summary>
    public required bool Settled { get; init; }

    /// <summary>How many syncs and polls it took to find out.</summary>
    public required int Events { get; init; }

    /// <summary>The column TARGETS after the first sync; null without an HPA.</summary>
    public string? TargetsNow { get; init; }

    /// <summary>The column TARGETS at the end; null without an HPA.</summary>
    public string? TargetsAtEnd { get; init; }

    /// <summary>The HPA's conditions after the first sync.</summary>
    public IReadOnlyList<HpaCondition> Conditions { get; init; } = [];

    /// <summary>Whether stabilization moved the proposal of the first sync.</summary>
    public bool StabilizationHolds { get; init; }

    /// <summary>The first syncs and polls, where a trigger fails; else empty.</summary>
    public IReadOnlyList<OutageCheck> Checks { get; init; } = [];

    /// <summary>The proposals of the first sync that asked the metrics; null when none did.</summary>
    public MetricChoice? FirstChoice { get; init; }

    /// <summary>Those of the last sync; null when it did not ask the metrics.</summary>
    public MetricChoice? LastChoice { get; init; }

    /// <summary>The replicas after the first sync and the first poll.</summary>
    public int ReplicasNow => Changes.LastOrDefault(change => change.AtMilliseconds == 0, Unchanged).To;

    /// <summary>The replicas at the end.</summary>
    public int ReplicasAtEnd => Changes.LastOrDefault(Unchanged).To;

    /// <summary>When the last change was; 0 without any.</summary>
    public long SettledAfterMilliseconds => Changes.LastOrDefault(Unchanged).AtMilliseconds;

    private CountChange Unchanged => new(0, CurrentReplicas, CurrentReplicas, ScalingActor.Hpa, "");

    /// <summary>The forecast of a case.</summary>
    /// <param name="scalingCase">The case.</param>
    /// <param name="firstSync">Told of every rule of the HPA's first sync; null for nobody.</param>
    public static ScalingForecast Of(ScalingCase scalingCase, IHpaTrace? firstSync = null) =>
        new ForecastRun(scalingCase).Run(firstSync);
}
