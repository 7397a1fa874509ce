using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Tuning.Search;

/// <summary>The values that are tried where nobody says which: few enough to search, wide enough to hold what people use.</summary>
internal static class KnobLadders
{
    private const int LeastPercent = 20;
    private const int PercentStep = 5;

    // A pod counts what it serves. One that is meant to serve all it can looks idle enough to the HPA when it is overrun: its
    // tolerance hides a tenth, and nobody knows a capacity to a tenth.
    private const int MostPercentOfCounted = 80;

    // A recording does not show the highest load to come.
    private const decimal HeadroomShare = 1.5m;

    // Division by it drops trailing zeros, with which equal settings would be written differently.
    private const decimal OneInFullPrecision = 1.0000000000000000000000000000m;

    private static readonly decimal[] _series = [1, 1.5m, 2, 3, 4, 5, 6, 8];
    private static readonly decimal[] _sharesOfPeak = [1, 1.25m, HeadroomShare, 2, 3, 5];
    private static readonly TimeSpan _quarterMinute = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _fiveMinutes = TimeSpan.FromMinutes(5);

    /// <summary>Rate windows in seconds.</summary>
    public static IReadOnlyList<decimal> Windows { get; } = [40, 60, 90, 120, 180, 240, 300, 600];

    /// <summary>Scrape intervals in seconds. Shorter ones would always serve a little better, and cost what is not counted here.</summary>
    public static IReadOnlyList<decimal> ScrapeIntervals { get; } = [10, 15, 20, 30, 60];

    /// <summary>Polling intervals in seconds.</summary>
    public static IReadOnlyList<decimal> PollingIntervals { get; } = [5, 10, 15, 30, 60];

    /// <summary>Cooldown periods in seconds.</summary>
    public static IReadOnlyList<decimal> CooldownPeriods { get; } = [30, 60, 90, 120, 300, 600, 900];

    /// <summary>Stabilization windows upwards in seconds.</summary>
    public static IReadOnlyList<decimal> UpWindows { get; } = [0, 15, 30, 60, 120, 300];

    /// <summary>Stabilization windows downwards in seconds.</summary>
    public static IReadOnlyList<decimal> DownWindows { get; } = [0, 30, 60, 120, 180, 300, 450, 600, 900, 1800];

    /// <summary>Policies upwards; the third is Kubernetes' default written out.</summary>
    public static IReadOnlyList<IReadOnlyList<ScalingPolicy>> UpPolicies { get; } =
    [
        [Pods(2, _minute)],
        [Pods(4, _minute)],
        [Pods(4, _quarterMinute), Percent(100, _quarterMinute)],
        [Percent(50, _minute)],
        [Percent(100, _minute)],
        [Percent(100, _quarterMinute)],
        [Pods(10, _quarterMinute), Percent(300, _quarterMinute)],
    ];

    /// <summary>Policies downwards; the last is Kubernetes' default written out.</summary>
    public static IReadOnlyList<IReadOnlyList<ScalingPolicy>> DownPolicies { get; } =
    [
        [Pods(1, _fiveMinutes)],
        [Pods(1, _minute)],
        [Pods(2, _minute)],
        [Percent(10, _minute)],
        [Percent(25, _minute)],
        [Percent(50, _minute)],
        [Percent(100, _quarterMinute)],
    ];

    /// <summary>
    /// Thresholds: from 20 % of what a pod can serve, rounded to two digits; to 80 % where the pods count what they serve, to all
    /// of it where an ingress counts what is offered.
    /// </summary>
    public static IEnumerable<decimal> Thresholds(TrafficFacts facts)
    {
        var most = facts.IsCountedBeforePods ? 100 : MostPercentOfCounted;
        for (var percent = LeastPercent; percent <= most; percent += PercentStep)
        {
            yield return TwoDigits(facts.Capacity * percent / 100);
        }
    }

    /// <summary>Minima: 0 where something wakes the pods, and up to what the highest load needs.</summary>
    public static IEnumerable<decimal> Minima(TrafficFacts facts) =>
        Series().TakeWhile(count => count <= facts.PeakReplicas).Prepend(facts.IsCountedBeforePods ? 0 : 1);

    /// <summary>
    /// Maxima: up to five times of what the highest load needs, within the room on the nodes. Less than today's only with half as
    /// much again as the highest load needs.
    /// </summary>
    public static IEnumerable<decimal> Maxima(TrafficFacts facts, int today) => _sharesOfPeak
        .Select(share => Math.Min(Math.Ceiling(share * facts.PeakReplicas), facts.Room ?? decimal.MaxValue))
        .Where(maximum => maximum >= Math.Min(today, HeadroomShare * facts.PeakReplicas));

    /// <summary>How many replicas a list of policies can move in a minute, to bring lists into an order.</summary>
    public static decimal PerMinute(IReadOnlyList<ScalingPolicy> policies, TrafficFacts facts) => policies.Max(policy =>
        (policy.Type == ScalingPolicyType.Pods ? policy.Value : policy.Value * facts.PeakReplicas / 100m)
        / (policy.Period.Ticks / (decimal)TimeSpan.TicksPerMinute));

    private static IEnumerable<decimal> Series()
    {
        for (var scale = 1m; scale <= 10_000; scale *= 10)
        {
            foreach (var step in _series)
            {
                if (decimal.IsInteger(scale * step))
                {
                    yield return scale * step;
                }
            }
        }
    }

    private static decimal TwoDigits(decimal value)
    {
        var unit = 0.001m;
        while (value / unit >= 100)
        {
            unit *= 10;
        }

        return Math.Max(Math.Round(value / unit) * unit, 0.001m) / OneInFullPrecision;
    }

    private static ScalingPolicy Pods(int pods, TimeSpan period) => new(ScalingPolicyType.Pods, pods, period);

    private static ScalingPolicy Percent(int percent, TimeSpan period) => new(ScalingPolicyType.Percent, percent, period);
}
