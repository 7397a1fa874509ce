using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Hands;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Tests.Scaling.Simulation;

/// <summary>What somebody does by hand, and times that are known.</summary>
public sealed class HandsTests
{
    private static readonly TimeSpan _tenMinutes = TimeSpan.FromMinutes(10);

    [Fact]
    public void ReplicasSet_IsUndoneByTheNextSyncs()
    {
        var watched = Watched.Of(Scenarios.Of("0s:30", 30) with { Hands = [new ReplicasSet(_tenMinutes, 9)] });

        Assert.Equal(9, watched.SpecAt(600_500));
        Assert.Equal(3, watched.SpecAt(1_790_000));
    }

    [Fact]
    public void PodsDeleted_AreReplacedAtOnce()
    {
        var watched = Watched.Of(Scenarios.Of("0s:30", 20) with { Hands = [new PodsDeleted(_tenMinutes, [0, 1, 99])] });

        Assert.Equal(watched.SpecAt(599_999), watched.SpecAt(600_500));
        Assert.Equal(watched.ReadyAt(599_999) - 2, watched.ReadyAt(600_500));
    }

    [Fact]
    public void ScaledObjectChanged_AnotherMaximum_HoldsFromTheNextSync()
    {
        var scenario = Scenarios.Of("0s:200", 20);
        var scaledObject = scenario.Settings.ToScaledObject("web", "web", "query", "address");

        var watched = Watched.Of(scenario with
        {
            ScaledObject = scaledObject,
            Hands = [new ScaledObjectChanged(_tenMinutes, scaledObject with { MaxReplicaCount = 4 })],
        });

        Assert.Equal(10, watched.SpecAt(599_999));
        Assert.Equal(4, watched.SpecAt(616_000));
    }

    [Fact]
    public void ScaledObjectChanged_PausedWithReplicas_RestsThere_AndBeginsAnewAfterwards()
    {
        var scenario = Scenarios.Of("0s:200", 30);
        var scaledObject = scenario.Settings.ToScaledObject("web", "web", "query", "address");

        var watched = Watched.Of(scenario with
        {
            ScaledObject = scaledObject,
            Hands =
            [
                new ScaledObjectChanged(_tenMinutes, scaledObject with { Annotations = new ScaledObjectAnnotations { Paused = true, PausedReplicas = 2 } }),
                new ScaledObjectChanged(2 * _tenMinutes, scaledObject),
            ],
        });

        Assert.Equal(2, watched.SpecAt(600_500));
        Assert.Equal(2, watched.SpecAt(1_199_999));
        Assert.DoesNotContain(watched.Syncs, sync => sync.AtMilliseconds is > 600_000 and < 1_200_000);
        Assert.Equal(10, watched.SpecAt(1_790_000));
    }

    [Fact]
    public void KnownSyncs_AreRunAtTheirTimes_ThenGoOnWithTheirPeriod()
    {
        var watched = Watched.Of(Scenarios.Of("0s:30", 2) with
        {
            MetricLatency = TimeSpan.Zero,
            Known = new KnownTimes { Syncs = [TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(31)] },
        });

        Assert.Equal([7_000, 31_000, 46_000, 61_000, 76_000, 91_000, 106_000], watched.Syncs.Select(sync => sync.AtMilliseconds));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(60, 0)]
    public void StatusDelay_SyncRightAfterKedasFirstStep_SeesNoPodYet(int delay, int seen)
    {
        var settings = Scenarios.DemoSettings with { MinReplicaCount = 0 };
        var watched = Watched.Of(Scenarios.Of("0s:30", 2) with
        {
            Settings = settings,
            Origin = MetricOrigin.Ingress,
            InitialReplicas = 0,
            StatusDelay = TimeSpan.FromMilliseconds(delay),
            Known = new KnownTimes { Checks = [TimeSpan.FromSeconds(60)], Syncs = [TimeSpan.FromSeconds(60.05)] },
        });

        Assert.Equal(seen, watched.Syncs[0].StatusReplicas);
    }

    [Fact]
    public void CountingInterval_LoadOfAMultipleOfTheThreshold_ProposesOneMoreNowAndThen()
    {
        var scenario = Scenarios.Of("0s:20", 30) with
        {
            Settings = Scenarios.DemoSettings with { MinReplicaCount = 4 },
            Known = new KnownTimes { Lots = [.. Enumerable.Range(0, 24_000).Select(lot => TimeSpan.FromMilliseconds(lot * 100.9))] },
        };

        int[] Proposals(TimeSpan interval) => [.. Watched.Of(scenario with { CountingInterval = interval }).Syncs
            .Where(sync => sync.AtMilliseconds > 300_000).Select(sync => sync.Result.Proposal).Distinct().Order()];

        Assert.Equal([2], Proposals(TimeSpan.Zero));
        Assert.Equal([2, 3], Proposals(TimeSpan.FromMilliseconds(100.9)));
    }

    [Fact]
    public void NewHpa_UntilKubernetes136_IsSyncedAPeriodAfterItIsMade()
    {
        var scenario = Scenarios.Of("0s:30", 5) with { AutoscaledFrom = TimeSpan.FromSeconds(100) };

        long First(int minor) => Watched.Of(scenario with
        {
            Semantics = scenario.Semantics with { Hpa = HpaSemantics.ForKubernetes(minor) },
        }).Syncs[0].AtMilliseconds;

        // Recorded in all loops: 15.0 s after it is made with 1.35, at once with 1.37.
        Assert.Equal((115_000, 100_000), (First(35), First(37)));
    }

    /// <summary>A run with all that happened.</summary>
    private sealed class Watched : ISyncObserver
    {
        private readonly List<LoadStretch> _stretches = [];

        public List<HpaSync> Syncs { get; } = [];

        public static Watched Of(SimulationScenario scenario)
        {
            var watched = new Watched();
            Simulator.Run(scenario, watched);
            return watched;
        }

        public int SpecAt(long time) => At(time).SpecReplicas;

        public int ReadyAt(long time) => At(time).ReadyPods;

        public void OnStretch(in LoadStretch stretch) => _stretches.Add(stretch);

        public void OnDecision(in ScalingDecision decision)
        {
        }

        public void OnSync(in HpaSync sync) => Syncs.Add(sync);

        private LoadStretch At(long time) => _stretches.Last(stretch => stretch.FromMilliseconds <= time);
    }
}
