using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Hands;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>What the versions of KEDA and Kubernetes change in a whole run.</summary>
public sealed class VersionsTests
{
    private static readonly TimeSpan _at = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(36, false)]
    [InlineData(37, true)]
    public void NewHpa_IsReconciledAtOnceFrom137(int minor, bool isAtOnce)
    {
        var first = FirstSyncs(new ScalingSemantics { Hpa = HpaSemantics.ForKubernetes(minor) }).ToList();

        Assert.Equal(isAtOnce, first.TrueForAll(at => at == 0));
        Assert.All(first, at => Assert.InRange(at, 0, 14_999));
    }

    // A maximum of 4 instead of 10, set while 10 replicas run: the HPA limits them at its next reconcile.
    [Theory]
    [InlineData(36, false)]
    [InlineData(37, true)]
    public void ChangedSpec_IsReconciledAtOnceFrom137(int minor, bool isAtOnce)
    {
        var change = _at + TimeSpan.FromSeconds(7);

        var after = Seeds.Select(seed => Limited(minor, seed, change) - (long)change.TotalMilliseconds).ToList();

        Assert.Equal(isAtOnce, after.TrueForAll(delay => delay == 0));
        Assert.All(after, delay => Assert.InRange(delay, 0, 15_250));
    }

    [Fact]
    public void Observations_WithoutAFallback_ChangeNoDecision() => Assert.All(Seeds, seed =>
        Assert.Equal(Outage(20, seed, fallback: null).Decisions, Outage(21, seed, fallback: null).Decisions));

    // Up to 2.20 a poll sees the outage before the HPA does, and counts it.
    [Fact]
    public void Observations_WithAFallback_CountItsFailuresLaterByAtMostOnePoll()
    {
        var later = Seeds.Select(seed => FallbackAt(21, seed) - FallbackAt(20, seed)).ToList();

        Assert.All(later, milliseconds => Assert.InRange(milliseconds, 0, 2 * 15_250));
        Assert.Contains(0L, later);
        Assert.Contains(later, milliseconds => milliseconds > 0);
    }

    // The HPA asks four times a minute, KEDA's poll once, within the outage of a minute.
    [Fact]
    public void Record_OfAnError_IsDeletedByTheFirstRequestUpTo220()
    {
        var after = _at + TimeSpan.FromMinutes(1);
        foreach (var seed in Seeds)
        {
            var (wiped, kept) = (Failures(20, seed), Failures(21, seed));

            Assert.All(wiped, at => Assert.InRange(at, _at.TotalMilliseconds, after.TotalMilliseconds + 15_250));
            Assert.InRange(wiped.Count(at => at > after.TotalMilliseconds), 0, 1);
            Assert.InRange(kept.Count, 3, 4);
        }

        Assert.Contains(Seeds, seed => Failures(20, seed).Count < 3);
        Assert.Contains(Seeds, seed => Failures(21, seed).Count(at => at > after.TotalMilliseconds) > 1);
    }

    private static IEnumerable<ulong> Seeds => Enumerable.Range(1, 20).Select(seed => (ulong)seed);

    private static IEnumerable<long> FirstSyncs(ScalingSemantics semantics) => Seeds.Select(seed =>
        Simulator.Run(Scenarios.Of("0s:30", 5, seed) with { Semantics = semantics }).Points[0].AtMilliseconds);

    private static long Limited(int minor, ulong seed, TimeSpan change)
    {
        var scenario = Scenarios.Of("0s:200", 15, seed) with { Semantics = new ScalingSemantics { Hpa = HpaSemantics.ForKubernetes(minor) } };
        var scaledObject = scenario.Settings.ToScaledObject("web", "web", "query", "address");
        var decisions = Simulator.Run(scenario with
        {
            ScaledObject = scaledObject,
            Hands = [new ScaledObjectChanged(change, scaledObject with { MaxReplicaCount = 4 })],
        }).Decisions;
        return decisions.First(decision => decision is { From: 10, To: 4 }).AtMilliseconds;
    }

    private static long FallbackAt(int minor, ulong seed) =>
        Outage(minor, seed, new Fallback(3, 6)).Decisions.First(decision => decision.AtMilliseconds >= _at.TotalMilliseconds).AtMilliseconds;

    private static SimulationResult Outage(int minor, ulong seed, Fallback? fallback)
    {
        var scenario = Scenarios.Of("0s:30", 30, seed) with
        {
            Semantics = new ScalingSemantics { Keda = KedaSemantics.ForVersion(minor) },
            Disturbances = [new MetricsOutage(_at, TimeSpan.FromMinutes(5))],
        };
        return Simulator.Run(scenario with { Settings = scenario.Settings with { Fallback = fallback } });
    }

    private static List<long> Failures(int minor, ulong seed)
    {
        var scenario = Scenarios.Of("0s:30", 15, seed) with
        {
            Semantics = new ScalingSemantics { Keda = KedaSemantics.ForVersion(minor) },
            UseCachedMetrics = true,
            Disturbances = [new MetricsOutage(_at, TimeSpan.FromMinutes(1))],
        };
        var run = Simulator.Run(scenario with { Settings = scenario.Settings with { PollingInterval = TimeSpan.FromMinutes(1) } });
        return [.. run.Points.Where(point => point.MetricFailed).Select(point => point.AtMilliseconds)];
    }
}
