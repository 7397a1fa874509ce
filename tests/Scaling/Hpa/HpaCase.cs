using System.Globalization;
using KedaStack.Scaling.Hpa.Policies;
using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Recommendations;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa;

/// <summary>Reads the cells of the HPA's upstream tables.</summary>
internal static class HpaCase
{
    /// <summary>The time of the case; events and recommendations lie before it.</summary>
    public const long Now = 10_000_000;

    /// <summary>Upstream's tests run with a legacy factor of 8 (func init of horizontal_test.go).</summary>
    public static HpaSemantics Semantics { get; } = HpaSemantics.Default with { LegacyScaleUpLimitFactor = 8 };

    public static ScalingRules? Rules(string cell)
    {
        if (cell == "-")
        {
            return null;
        }

        var numbers = cell.Split(' ').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var policies = new List<ScalingPolicy>();
        if (numbers[0] != 0)
        {
            policies.Add(new ScalingPolicy(ScalingPolicyType.Pods, numbers[0], TimeSpan.FromSeconds(numbers[1])));
        }

        if (numbers[2] != 0)
        {
            policies.Add(new ScalingPolicy(ScalingPolicyType.Percent, numbers[2], TimeSpan.FromSeconds(numbers[3])));
        }

        return new ScalingRules
        {
            Policies = policies,
            SelectPolicy = SelectPolicy.Max,
            StabilizationWindow = TimeSpan.FromSeconds(numbers[4]),
        };
    }

    public static HorizontalPodAutoscalerBehavior? Behavior(string up, string down) => up == "-" && down == "-"
        ? null
        : new HorizontalPodAutoscalerBehavior(Rules(up), Rules(down));

    /// <summary>Entries such as <c>10@-600 4@-60</c>, as times and counts.</summary>
    public static IEnumerable<(long Time, int Replicas)> Timed(string cell) => cell is "-" or "empty" or "none"
        ? []
        : cell.Split(' ').Select(entry => entry.Split('@')).Select(parts => (
            Now + (1000 * long.Parse(parts[1], CultureInfo.InvariantCulture)),
            int.Parse(parts[0], CultureInfo.InvariantCulture)));

    public static RecommendationLog Recommendations(string cell)
    {
        var log = new RecommendationLog();
        FillRecommendations(log, cell);
        return log;
    }

    public static void FillRecommendations(RecommendationLog log, string cell)
    {
        if (cell == "none")
        {
            return;
        }

        log.BeginEmpty();
        foreach (var (time, replicas) in Timed(cell))
        {
            log.Add(time, replicas);
        }
    }

    public static ScaleEventLog Events(string cell)
    {
        var log = new ScaleEventLog();
        foreach (var (time, replicas) in Timed(cell))
        {
            log.Add(time, replicas);
        }

        return log;
    }

    /// <summary>Metrics such as <c>Value:50/30;fail</c>.</summary>
    public static (ExternalMetricSource Source, MetricReading Reading)[] Metrics(string cell) =>
        cell.Split(';').Select((text, place) => Metric(text, place)).ToArray();

    public static ExternalMetricSource Source(MetricTargetType type, long targetMilli, int place = 0) => new()
    {
        Name = $"s{place}-prometheus",
        TargetType = type,
        Target = new MilliQuantity(targetMilli),
    };

    public static HorizontalPodAutoscalerSpec Spec(UpstreamRow row) => new()
    {
        MinReplicas = row.Int("min"),
        MaxReplicas = row.Int("max"),
        Metrics = Metrics(row["metrics"]).Select(metric => metric.Source).ToArray(),
        Behavior = Behavior(row["up"], row["down"]),
    };

    private static (ExternalMetricSource Source, MetricReading Reading) Metric(string text, int place)
    {
        if (text == "fail")
        {
            return (Source(MetricTargetType.Value, 1000, place), MetricReading.Failed("something went wrong"));
        }

        if (text == "empty")
        {
            return (Source(MetricTargetType.Value, 1000, place), MetricReading.Sum([]));
        }

        var parts = text.Split(':', '/');
        var type = parts[0] == "Average" ? MetricTargetType.AverageValue : MetricTargetType.Value;
        return (
            Source(type, long.Parse(parts[2], CultureInfo.InvariantCulture), place),
            MetricReading.Of(long.Parse(parts[1], CultureInfo.InvariantCulture)));
    }
}
