using KedaStack.Scaling;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Azure;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;
using KedaStack.Truth.Checks;
using KedaStack.Truth.Lots;
using KedaStack.Truth.Rates;
using KedaStack.Truth.Recordings;
using KedaStack.Truth.Specs;

namespace KedaStack.Truth.ClosedLoops.Scenarios;

/// <summary>
/// A loop as the simulator takes it: the load, the settings, the faults and the hands; with the phases also the times of the
/// syncs, of the checks and of each target's scrapes, and the drawn delays of the pods.
/// </summary>
internal static class LoopScenario
{
    // Recorded in all loops: an HPA's syncs are 15.003 s to 15.04 s apart, half of them less than 15.013 s.
    private static readonly TimeSpan _syncOverhead = TimeSpan.FromMilliseconds(13);

    // Recorded in all loops: from a new Deployment and its ScaledObject to the first check and, with 1.37, the first sync.
    private static readonly DelayRange _operatorStart = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(2400));

    // Recorded in all loops: of pods that were Ready when their turn came 2 s to 6 s after they were made, 16 of 47 were not known to
    // Prometheus yet, of those later 2 of over 800.
    private static readonly DelayRange _discovery = DelayRange.Seconds(0, 6);

    private static readonly TimeSpan _lot = TimeSpan.FromMilliseconds(LotTrack.Interval);

    /// <summary>Why a loop is not simulated; null when it is.</summary>
    public static string? NotSimulated(RecordedLoop loop)
    {
        if (SpecTimeline.Of(loop) is not [var version, ..])
        {
            return LoopKind.OtherThanPrometheus(loop);
        }

        var triggers = Read(version, loop).Triggers;
        return triggers.Any(trigger => trigger is ResourceTrigger) ? LoopKind.OtherThanPrometheus(loop)
            : triggers.Any(trigger => trigger is AzureQueueTrigger { IsVisibleOnly: true })
                ? "a queue of which the visible messages count, and who hides them is not recorded"
            : Query(triggers) is { PerPod: true } ? "a query divided by the count of the pods"
            : null;
    }

    /// <summary>The scenario with the recorded phases and delays.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="given">What is given beside them.</param>
    public static SimulationScenario WithPhases(RecordedLoop loop, LoopGiven given)
    {
        var clock = LoopClock.Of(loop);
        var pods = new LoopPods(loop, clock);
        return WithoutPhases(loop) with
        {
            ScrapePhases = pods.ScrapePhases(),
            Known = new KnownTimes
            {
                Syncs = [.. loop.Syncs.Select(sync => clock.ToRun(sync.ReadMilliseconds))],
                Checks = [.. CheckTimes.WritesOf(loop).Select(clock.ToRun)],
                Pods = pods.Known(withUids: given == LoopGiven.LoadAndRemovals),
                Lots = given == LoopGiven.Script
                    ? []
                    : [.. RunLots.Of(loop).Where(lot => lot >= clock.BeginMilliseconds).Select(lot => TimeSpan.FromMilliseconds(lot - clock.BeginMilliseconds))],
            },
        };
    }

    /// <summary>The scenario without: everything is drawn from the seed.</summary>
    public static SimulationScenario WithoutPhases(RecordedLoop loop)
    {
        var clock = LoopClock.Of(loop);
        var semantics = LoopSemantics.Of(loop.Versions);
        var hands = LoopHands.Of(loop, clock, semantics.Keda, out var scaledObject);
        var query = Query(scaledObject.Triggers);
        return new SimulationScenario
        {
            Settings = Settings(loop, scaledObject, query),
            ScaledObject = scaledObject,
            Sources = LoopSources.Of(loop, clock, scaledObject),
            Traffic = LoopTraffic.Of(loop, clock),
            Duration = clock.Duration,
            Semantics = semantics,
            // Without a Ready pod requests are lost, and nothing waits.
            Pods = new PodModel { StartUpDelay = loop.StartUp, TerminationDelay = loop.Stop, QueueLimit = 0, DiscoveryDelay = _discovery },
            Origin = query is { CountsOffered: true } ? MetricOrigin.Ingress : MetricOrigin.Pods,
            InitialReplicas = 0,
            AutoscaledFrom = clock.ToRun(loop.ScaledObjectStates[0].AtMilliseconds),
            MetricLatency = _syncOverhead,
            CountingInterval = _lot,
            Disturbances = LoopDisturbances.Of(loop, clock),
            Hands = hands,
        };
    }

    /// <summary>A scenario without phases with another seed, which also draws how long KEDA takes to a new ScaledObject.</summary>
    public static SimulationScenario Drawn(SimulationScenario scenario, ulong seed) => scenario with
    {
        Seed = seed,
        AutoscaledFrom = scenario.AutoscaledFrom
            + TimeSpan.FromMilliseconds(new SimulationDraws(seed).Within(DrawPurpose.PollingPhase, 0, _operatorStart)),
    };

    private static ScaledObject Read(ScaledObjectVersion version, RecordedLoop loop) =>
        ScaledObjectReader.Read(version, loop.Name, LoopSemantics.Of(loop.Versions).Keda);

    private static QueryExpression? Query(IReadOnlyList<Trigger> triggers) =>
        triggers.OfType<PrometheusTrigger>().FirstOrDefault() is { } trigger ? QueryExpression.Parse(trigger.Query) : null;

    // What the ScaledObject says holds; of the settings only the scraping and the window matter beside it.
    private static ScalingSettings Settings(RecordedLoop loop, ScaledObject scaledObject, QueryExpression? query)
    {
        var trigger = scaledObject.Triggers.OfType<PrometheusTrigger>().FirstOrDefault();
        return new ScalingSettings
        {
            ScrapeInterval = loop.ScrapeInterval,
            Window = query?.Window ?? 2 * loop.ScrapeInterval,
            Threshold = (decimal)(trigger?.Threshold ?? 1),
            ActivationThreshold = (decimal)(trigger?.ActivationThreshold ?? 0),
            IgnoreNullValues = trigger?.IgnoreNullValues ?? true,
            PollingInterval = scaledObject.PollingInterval,
            CooldownPeriod = scaledObject.CooldownPeriod,
            MinReplicaCount = scaledObject.MinReplicaCount ?? 0,
            MaxReplicaCount = scaledObject.MaxReplicaCount ?? ScaledObject.DefaultMaxReplicaCount,
            Fallback = scaledObject.Fallback,
            Behavior = scaledObject.Behavior,
        };
    }
}
