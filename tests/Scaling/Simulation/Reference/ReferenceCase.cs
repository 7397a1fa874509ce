using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Tests.Scaling.Simulation.Reference;

/// <summary>A scenario made of a number, with all its times in whole seconds.</summary>
internal static class ReferenceCase
{
    private static readonly ScalingSemantics _newest = new()
    {
        Keda = KedaSemantics.ForVersion(KedaSemantics.NewestMinor),
        Hpa = HpaSemantics.Newest,
    };

    private static readonly HorizontalPodAutoscalerBehavior?[] _behaviors =
    [
        null,
        null,
        new(null, new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(60) }),
        new(
            new ScalingRules
            {
                Policies =
                [
                    new(ScalingPolicyType.Pods, 2, TimeSpan.FromMinutes(1)),
                    new(ScalingPolicyType.Percent, 50, TimeSpan.FromSeconds(30)),
                ],
            },
            new ScalingRules { StabilizationWindow = TimeSpan.Zero, Policies = [new(ScalingPolicyType.Pods, 1, TimeSpan.FromMinutes(1))] }),
        new(
            new ScalingRules { StabilizationWindow = TimeSpan.FromSeconds(45), SelectPolicy = SelectPolicy.Min },
            new ScalingRules { SelectPolicy = SelectPolicy.Disabled }),
    ];

    public static SimulationScenario Make(ulong seed)
    {
        var random = new SplitMix64(seed);
        T Any<T>(params T[] choices) => choices[random.Below(choices.Length)];
        var scrape = Any(5, 10, 15, 30);
        var load = new List<TrafficStep>();
        for (var at = 0L; at < 3600; at += 60 + random.Below(600))
        {
            load.Add(new TrafficStep(at * 1000, Any(0L, 300, 7_777, 30_000, 55_500, 150_000)));
        }

        return new SimulationScenario
        {
            Settings = new ScalingSettings
            {
                ScrapeInterval = TimeSpan.FromSeconds(scrape),
                Window = TimeSpan.FromSeconds(scrape * Any(2, 4, 8)),
                Threshold = Any(2.5m, 5, 10, 20),
                ActivationThreshold = Any(0m, 1),
                IgnoreNullValues = Any(true, false),
                PollingInterval = TimeSpan.FromSeconds(Any(5, 15, 30)),
                CooldownPeriod = TimeSpan.FromSeconds(Any(0, 60, 300)),
                MinReplicaCount = Any(0, 1, 1, 2),
                MaxReplicaCount = Any(3, 10, 25),
                Behavior = Any(_behaviors),
            },
            Traffic = Traffic.FromSteps(load),
            Duration = TimeSpan.FromHours(1),
            Seed = seed,
            Semantics = Any(ScalingSemantics.Default, _newest) with { IngestionLag = TimeSpan.FromSeconds(Any(0, 0, 7, 20)) },
            Pods = new PodModel
            {
                Capacity = Any<decimal?>(null, 8, 12.5m, 20),
                QueueLimit = Any(0, 100, 50_000),
                StartUpDelay = DelayRange.Seconds(Any(1, 2), Any(5, 40)),
                ReadinessDelay = TimeSpan.FromSeconds(Any(0, 4)),
                DiscoveryDelay = DelayRange.Seconds(0, Any(0, 10)),
                TerminationDelay = DelayRange.Always(TimeSpan.FromSeconds(Any(0, 30))),
                CountedProbeInterval = Any<TimeSpan?>(null, TimeSpan.FromSeconds(10)),
                CountsScrapes = Any(false, true),
            },
            Origin = Any(MetricOrigin.Pods, MetricOrigin.Pods, MetricOrigin.Ingress),
            InitialReplicas = Any<int?>(null, 2, 3),
            UseCachedMetrics = Any(false, false, true),
            StatusDelay = TimeSpan.Zero,
            MetricLatency = TimeSpan.FromSeconds(Any(0, 1)),
            Disturbances = [.. new Disturbance[]
            {
                new MetricsOutage(At(), Length()),
                new ScrapeGap(At(), Length()),
                new PrometheusRestart(At(), Length(), Any(true, false)),
                new SlowStart(At(), Length(), TimeSpan.FromSeconds(25)),
                new PodCrashLoop(At(), TimeSpan.Zero, Any(1, 2), TimeSpan.FromSeconds(1)),
            }.Where(_ => Any(true, false))],
            RandomResolution = TimeSpan.FromSeconds(1),
        };

        TimeSpan At() => TimeSpan.FromSeconds(60 + random.Below(3400));

        TimeSpan Length() => TimeSpan.FromSeconds(random.Below(400));
    }
}
