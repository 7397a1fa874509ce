using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Tests.Scaling.Simulation.Engine;

/// <summary>When an HPA is reconciled: alone, beside many others, and while its syncs are slow.</summary>
public sealed class SyncQueueTests
{
    private static readonly TimeSpan _fiveMinutes = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(1, 250, 15_250)]
    [InlineData(300, 250, 15_250)]
    [InlineData(305, 250, 15_250)]
    [InlineData(310, 250, 15_500)]
    [InlineData(1000, 250, 50_000)]
    [InlineData(90, 13, 15_013)]
    [InlineData(6, 6000, 21_000)]
    public void Distance_WithManyHpas_IsThatOfAQueueWithFiveWorkers(int hpas, int milliseconds, long expected)
    {
        var scenario = Scenarios.Of("0s:30", 30) with { MetricLatency = TimeSpan.FromMilliseconds(milliseconds), Autoscalers = hpas };

        Assert.Equal(expected, scenario.TimeBetweenSyncs.TotalMilliseconds);
        Assert.Equal(expected, LastDistance(hpas, workers: 5, milliseconds));
        if (milliseconds < 1000)
        {
            Assert.All(Distances(scenario), distance => Assert.Equal(expected, distance));
        }
    }

    [Theory]
    [InlineData(25, 260_000)]
    [InlineData(26, 52_000)]
    public void Distance_As96242OfKubernetesReportsIt_IsOver4MinutesUntil125(int minor, long expected)
    {
        var scenario = Scenarios.Of("0s:30", 30) with
        {
            Semantics = ScalingSemantics.Default with { Hpa = HpaSemantics.ForKubernetes(minor) },
            MetricLatency = TimeSpan.FromSeconds(2),
            Autoscalers = 130,
        };

        Assert.Equal(expected, scenario.TimeBetweenSyncs.TotalMilliseconds);
        Assert.All(Distances(scenario), distance => Assert.Equal(expected, distance));
    }

    [Fact]
    public void SlowSyncs_AreAsFarApartAsTheResync_OnceItMeetsOne()
    {
        var scenario = Scenarios.Of("0s:30", 60) with
        {
            Disturbances = [new MetricsOutage(_fiveMinutes, TimeSpan.FromMinutes(50), TimeSpan.FromSeconds(6))],
        };
        var distances = Distances(scenario);
        var slow = distances.Where(distance => distance != 15_250).ToList();

        Assert.True(slow.Count > 150, $"{slow.Count} of {distances.Count}");
        Assert.All(slow, distance => Assert.InRange(distance, 15_000, 21_250));
        // Recorded: 36 of 49 in outage-slow; most of the rest follow a resync that came too early.
        Assert.InRange(slow.Count(distance => distance == 15_001), 0.6 * slow.Count, 0.98 * slow.Count);
        Assert.Contains(21_250, slow);
    }

    [Fact]
    public void SlowSyncs_OfManyHpas_WaitForEachOther()
    {
        var scenario = Scenarios.Of("0s:30", 60) with
        {
            Autoscalers = 100,
            Disturbances = [new MetricsOutage(_fiveMinutes, TimeSpan.FromMinutes(50), TimeSpan.FromSeconds(6))],
        };

        Assert.Contains(125_000, Distances(scenario));
    }

    private static List<long> Distances(SimulationScenario scenario)
    {
        var times = Simulator.Run(scenario).Points.Select(point => point.AtMilliseconds).ToList();
        return [.. times.Zip(times.Skip(1), (before, after) => after - before)];
    }

    // Every HPA by itself, in the order of their turns, until all is at rest.
    private static long LastDistance(int hpas, int workers, long length)
    {
        var turns = new PriorityQueue<int, long>(Enumerable.Range(0, hpas).Select(hpa => (hpa, hpa * 15_000L / hpas)));
        var free = new PriorityQueue<int, long>(Enumerable.Range(0, workers).Select(worker => (worker, 0L)));
        var began = new long[hpas];
        var distance = 0L;
        for (var sync = 0; sync < 400 * hpas; sync++)
        {
            turns.TryDequeue(out var hpa, out var turn);
            free.TryDequeue(out var worker, out var since);
            var now = Math.Max(turn, since);
            (distance, began[hpa]) = (now - began[hpa], now);
            free.Enqueue(worker, now + length);
            turns.Enqueue(hpa, now + length + 15_000);
        }

        return distance;
    }
}
