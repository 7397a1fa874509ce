using KedaStack.Local.Watching;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Local.Comparison;

/// <summary>The simulation of what runs on this machine.</summary>
internal static class SimulatedTwin
{
    // Enough for a week at one sync in 15 s; more are made coarser, and then fewer can be compared.
    private const int MostPoints = 50_000;

    /// <summary>Simulates a run as <c>kedastack simulate --pod-capacity unlimited</c> does.</summary>
    /// <param name="plan">What was asked for.</param>
    /// <param name="traffic">The load.</param>
    /// <param name="duration">How long it runs.</param>
    /// <param name="latency">By how much syncs are further apart than their period; null for what the simulator takes for a cluster.</param>
    /// <param name="scrapePhases">The places of the scrapes that are known, by the number of the pod; null for none.</param>
    public static SimulationResult Run(
        LocalRunPlan plan,
        Traffic traffic,
        TimeSpan duration,
        TimeSpan? latency = null,
        IReadOnlyDictionary<int, TimeSpan>? scrapePhases = null)
    {
        var scenario = new SimulationScenario
        {
            Settings = plan.Settings,
            Semantics = plan.Semantics,
            Traffic = traffic,
            Duration = duration,
            Seed = plan.Seed,
            ScrapePhases = scrapePhases ?? new Dictionary<int, TimeSpan>(),
        };
        return Simulator.Run(
            latency is { } measured ? scenario with { MetricLatency = measured } : scenario, new RecordingOptions { MostPoints = MostPoints });
    }

    /// <summary>Compares a run with its simulation.</summary>
    /// <param name="plan">What was asked for.</param>
    /// <param name="prediction">The simulation.</param>
    /// <param name="decisions">The decisions of the run.</param>
    /// <param name="syncs">The syncs of the run.</param>
    /// <param name="duration">How long it ran.</param>
    public static SimulationComparison Compare(
        LocalRunPlan plan,
        SimulationResult prediction,
        IReadOnlyList<LocalDecision> decisions,
        IReadOnlyList<HpaSync> syncs,
        TimeSpan duration)
    {
        var first = plan.InitialReplicas;
        var replicas = ReplicaDifference.Of(
            new ReplicaSteps(first, [.. decisions.Select(decision => (decision.Time, decision.Decision.To))]),
            new ReplicaSteps(first, [.. prediction.Decisions.Select(decision => (TimeSpan.FromMilliseconds(decision.AtMilliseconds), decision.To))]),
            duration);
        var (value, at) = MetricDifference(prediction, syncs);
        return new SimulationComparison
        {
            Prediction = prediction,
            LargestReplicaDifference = replicas.Largest,
            LargestReplicaDifferenceAt = replicas.LargestAt,
            LongestApart = replicas.LongestApart,
            LargestMetricDifferenceMilli = value,
            LargestMetricDifferenceAt = at,
            SyncPeriod = LongestInterval(prediction, syncs),
        };
    }

    // By their numbers: the first sync of the one belongs to the first of the other, and so on.
    private static TimeSpan LongestInterval(SimulationResult prediction, IReadOnlyList<HpaSync> syncs)
    {
        var longest = (long)HpaSemantics.Default.SyncPeriod.TotalMilliseconds;
        for (var i = 1; i < Math.Min(prediction.Points.Count, syncs.Count); i++)
        {
            var begin = Math.Min(prediction.Points[i - 1].AtMilliseconds, syncs[i - 1].AtMilliseconds);
            longest = Math.Max(longest, Math.Max(prediction.Points[i].AtMilliseconds, syncs[i].AtMilliseconds) - begin);
        }

        return TimeSpan.FromMilliseconds(longest);
    }

    // The syncs of both are not at the same times: of the two syncs of the simulation next to one, the nearer value counts.
    private static (long Milli, TimeSpan? At) MetricDifference(SimulationResult prediction, IReadOnlyList<HpaSync> syncs)
    {
        var (largest, at) = (0L, default(TimeSpan?));
        var points = prediction.Points.Where(point => point.MetricMilli is not null).ToList();
        var next = 0;
        foreach (var sync in syncs.Where(sync => sync.MetricMilli is not null))
        {
            while (next < points.Count && points[next].AtMilliseconds < sync.AtMilliseconds)
            {
                next++;
            }

            var neighbours = points.Skip(Math.Max(0, next - 1)).Take(next == 0 ? 1 : 2).ToList();
            if (neighbours.Count == 0)
            {
                continue;
            }

            var difference = neighbours.Min(point => Math.Abs(point.MetricMilli!.Value - sync.MetricMilli!.Value));
            if (difference > largest || at is null)
            {
                (largest, at) = (difference, TimeSpan.FromMilliseconds(sync.AtMilliseconds));
            }
        }

        return (largest, at);
    }
}
