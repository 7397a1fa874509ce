using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;

namespace KedaStack.Resources.Migration;

/// <summary>Where an HPA and the one that KEDA makes of its ScaledObject come to other replicas, by the decisions of <c>explain</c>.</summary>
internal static class MigrationComparison
{
    // From nothing to four times the target, in tenths of it.
    private const int Loads = 41;
    private const int PerTarget = 10;

    /// <summary>The loads that were compared, of each metric and from the least and the most replicas.</summary>
    /// <param name="migration">The migration.</param>
    public static int Count(HpaMigration migration) => Loads * migration.Hpa.Metrics.Count * 2;

    /// <summary>The first load of each metric from which on both come to other replicas; empty where they never do.</summary>
    /// <param name="migration">The migration.</param>
    public static IReadOnlyList<MigrationDifference> Of(HpaMigration migration)
    {
        var differences = new List<MigrationDifference>();
        var keda = KedaHpa.Create(migration.ScaledObject)!;
        foreach (var metric in migration.Hpa.Metrics)
        {
            foreach (var current in (int[])[Math.Max(1, migration.Hpa.MinReplicas), migration.Hpa.MaxReplicas])
            {
                for (var load = 0; load < Loads; load++)
                {
                    var (before, after) = (Replicas(migration.Hpa, metric, load, current), Replicas(keda, metric, load, current));
                    if (before != after)
                    {
                        differences.Add(new MigrationDifference(metric, load / (double)PerTarget, current, before, after));
                        break;
                    }
                }
            }
        }

        return differences;
    }

    // The metric is the only one that asks for anything.
    private static int Replicas(HorizontalPodAutoscalerSpec hpa, MetricSource loaded, int load, int current)
    {
        var recorded = new RecordedHpa
        {
            Spec = hpa,
            CurrentReplicas = current,
            DesiredReplicas = current,
            ReportedMilli = [.. hpa.Metrics.Select(metric => (long?)(IsSame(metric, loaded) ? metric.Target.Milli * load / PerTarget : 0))],
        };
        return ScalingForecast.Of(new ScalingCase { Hpa = hpa, Readings = recorded.Readings(greatest: false), CurrentReplicas = current }, new Scaling.Hpa.HpaExplanation()).ReplicasAtEnd;
    }

    private static bool IsSame(MetricSource one, MetricSource other) =>
        one.Type == other.Type && one.Name == other.Name && (one as ResourceMetricSource)?.Container == (other as ResourceMetricSource)?.Container;
}

/// <summary>A load at which both come to other replicas.</summary>
/// <param name="Metric">The metric that has it.</param>
/// <param name="Load">The load, in times of the metric's target.</param>
/// <param name="Current">The replicas that there are.</param>
/// <param name="Before">The replicas of the HPA.</param>
/// <param name="After">The replicas of the ScaledObject.</param>
internal sealed record MigrationDifference(MetricSource Metric, double Load, int Current, int Before, int After);
