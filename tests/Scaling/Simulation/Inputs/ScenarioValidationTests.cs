using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Hands;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Tests.Scaling.Simulation.Inputs;

/// <summary>What keeps a scenario from being run: each bound from both sides, and the defaults, which keep it from nothing.</summary>
public sealed class ScenarioValidationTests
{
    private const long Year = 366L * 86_400_000;
    private const long Day = 86_400_000;
    private const long Hour = 3_600_000;

    private static readonly NodePool _pool = new() { PodsPerNode = 10, MaxNodes = 3 };

    // The least and the greatest value that is taken; times in milliseconds.
    private static readonly Dictionary<string, (long Least, long Most, Func<SimulationScenario, long, SimulationScenario> With)> _bounds = new()
    {
        ["Duration"] = (1, Year, (one, value) => one with { Duration = Time(value) }),
        ["LeadIn"] = (0, Year - (20 * 60_000), (one, value) => one with { LeadIn = Time(value) }),
        ["AutoscaledFrom"] = (0, Year, (one, value) => one with { AutoscaledFrom = Time(value) }),
        ["MetricLatency"] = (0, Hour, (one, value) => one with { MetricLatency = Time(value) }),
        ["Autoscalers"] = (1, 100_000, (one, value) => one with { Autoscalers = (int)value }),
        ["ConcurrentSyncs"] = (1, 100_000, (one, value) => one with { Semantics = one.Semantics with { Hpa = one.Semantics.Hpa with { ConcurrentSyncs = (int)value } } }),
        ["MetricsOutage.AnswerTime"] = (0, Hour, (one, value) => one with { Disturbances = [new MetricsOutage(TimeSpan.Zero, TimeSpan.Zero, Time(value))] }),
        ["CountingInterval"] = (0, Hour, (one, value) => one with { CountingInterval = Time(value) }),
        ["StatusDelay"] = (0, Hour, (one, value) => one with { StatusDelay = Time(value) }),
        ["RandomResolution"] = (1, Hour, (one, value) => one with { RandomResolution = Time(value) }),
        ["InitialReplicas"] = (0, 10_000, (one, value) => one with { InitialReplicas = (int)value }),
        ["SyncPeriod"] = (1, Day, (one, value) => one with { Semantics = one.Semantics with { Hpa = one.Semantics.Hpa with { SyncPeriod = Time(value) } } }),
        ["IngestionLag"] = (0, Day, (one, value) => one with { Semantics = one.Semantics with { IngestionLag = Time(value) } }),
        ["scrapeInterval"] = (1, Day, (one, value) => one with { Settings = one.Settings with { ScrapeInterval = Time(value) } }),
        ["window"] = (1, Day, (one, value) => one with { Settings = one.Settings with { Window = Time(value) } }),
        ["pollingInterval"] = (1000, Day, (one, value) => one with { Settings = one.Settings with { PollingInterval = Time(value) } }),
        ["cooldownPeriod"] = (0, Year, (one, value) => one with { Settings = one.Settings with { CooldownPeriod = Time(value) } }),
        ["minReplicaCount"] = (0, 10_000, (one, value) => one with { Settings = one.Settings with { MinReplicaCount = (int)value, MaxReplicaCount = 10_000 } }),
        ["maxReplicaCount"] = (1, 10_000, (one, value) => one with { Settings = one.Settings with { MaxReplicaCount = (int)value } }),
        ["QueueLimit"] = (0, 1_000_000_000, (one, value) => one with { Pods = one.Pods with { QueueLimit = value } }),
        ["ReadinessDelay"] = (0, Day, (one, value) => one with { Pods = one.Pods with { ReadinessDelay = Time(value) } }),
        ["TerminationDelay"] = (0, Day, (one, value) => one with { Pods = one.Pods with { TerminationDelay = DelayRange.Always(Time(value)) } }),
        ["StartUpDelay"] = (0, Day, (one, value) => one with { Pods = one.Pods with { StartUpDelay = DelayRange.Always(Time(value)) } }),
        ["DiscoveryDelay"] = (0, Day, (one, value) => one with { Pods = one.Pods with { DiscoveryDelay = DelayRange.Always(Time(value)) } }),
        ["CountedProbeInterval"] = (1000, Day, (one, value) => one with { Pods = one.Pods with { CountedProbeInterval = Time(value) } }),
        ["PodsPerNode"] = (1, 10_000, (one, value) => one with { Nodes = _pool with { PodsPerNode = (int)value } }),
        ["MinNodes"] = (0, 3, (one, value) => one with { Nodes = _pool with { MinNodes = (int)value } }),
        ["MaxNodes"] = (0, 10_000, (one, value) => one with { Nodes = _pool with { MinNodes = 0, MaxNodes = (int)value } }),
        ["ProvisioningDelay"] = (0, Day, (one, value) => one with { Nodes = _pool with { ProvisioningDelay = Time(value) } }),
        ["UnneededTime"] = (1, Year, (one, value) => one with { Nodes = _pool with { UnneededTime = Time(value) } }),
        ["ScrapeGap.At"] = (0, Year, (one, value) => one with { Disturbances = [new ScrapeGap(Time(value), TimeSpan.Zero)] }),
        ["ScrapeGap.Duration"] = (0, Year, (one, value) => one with { Disturbances = [new ScrapeGap(TimeSpan.Zero, Time(value))] }),
        ["PodCrashLoop.Pods"] = (1, 10_000, (one, value) => one with { Disturbances = [new PodCrashLoop(TimeSpan.Zero, TimeSpan.Zero, (int)value, Time(1))] }),
        ["PodCrashLoop.Uptime"] = (1, Year, (one, value) => one with { Disturbances = [new PodCrashLoop(TimeSpan.Zero, TimeSpan.Zero, 1, Time(value))] }),
        ["SlowStart.ExtraDelay"] = (0, Day, (one, value) => one with { Disturbances = [new SlowStart(TimeSpan.Zero, TimeSpan.Zero, Time(value))] }),
        ["ReplicasSet.At"] = (0, Year, (one, value) => one with { Hands = [new ReplicasSet(Time(value), 1)] }),
        ["ReplicasSet.Replicas"] = (0, 10_000, (one, value) => one with { Hands = [new ReplicasSet(TimeSpan.Zero, (int)value)] }),
    };

    public static TheoryData<string> Names => [.. _bounds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_AtItsBounds_IsTakenAndBeyondThemNot(string name)
    {
        var (least, most, with) = _bounds[name];
        var scenario = Simulation.Scenarios.Of("0s:1", 20);

        Assert.DoesNotContain(ScenarioValidation.Errors(with(scenario, least)), error => error.StartsWith($"{name} is", StringComparison.Ordinal));
        Assert.DoesNotContain(ScenarioValidation.Errors(with(scenario, most)), error => error.StartsWith($"{name} is", StringComparison.Ordinal));
        Assert.Contains(ScenarioValidation.Errors(with(scenario, least - 1)), error => error.StartsWith($"{name} is", StringComparison.Ordinal) && error.EndsWith(" to be simulated.", StringComparison.Ordinal));
        Assert.Contains(ScenarioValidation.Errors(with(scenario, most + 1)), error => error.StartsWith($"{name} is", StringComparison.Ordinal));
    }

    [Fact]
    public void Range_WhoseShortestIsAboveItsLongest_IsRefused()
    {
        var scenario = Simulation.Scenarios.Of("0s:1", 20);
        var backwards = new DelayRange(Time(2), Time(1));
        PodModel[] pods = [scenario.Pods with { StartUpDelay = backwards }, scenario.Pods with { DiscoveryDelay = backwards }, scenario.Pods with { TerminationDelay = backwards }];

        Assert.All(pods, one => Assert.Single(ScenarioValidation.Errors(scenario with { Pods = one })));
    }

    [Fact]
    public void Value_OfADecimal_IsHeldAgainstItsBounds()
    {
        var scenario = Simulation.Scenarios.Of("0s:1", 20);

        Assert.Empty(ScenarioValidation.Errors(scenario with { Pods = new PodModel { Capacity = 0.001m } }));
        Assert.Single(ScenarioValidation.Errors(scenario with { Pods = new PodModel { Capacity = 0.0009m } }));
        Assert.Empty(ScenarioValidation.Errors(scenario with { Settings = scenario.Settings with { Threshold = 0.001m } }));
        Assert.Single(ScenarioValidation.Errors(scenario with { Settings = scenario.Settings with { Threshold = 0.0009m } }));
    }

    [Fact]
    public void Defaults_Always_AreThoseThatAreWrittenDown()
    {
        var (pods, scenario) = (new PodModel(), Simulation.Scenarios.Of("0s:1", 20));

        Assert.Empty(ScenarioValidation.Errors(scenario with { Nodes = _pool }));
        Assert.Equal((null, 1000, null, false), (pods.Capacity, pods.QueueLimit, pods.CountedProbeInterval, pods.CountsScrapes));
        Assert.Equal((DelayRange.Seconds(2, 5), DelayRange.Seconds(0, 10), DelayRange.Seconds(5, 5), TimeSpan.Zero), (pods.StartUpDelay, pods.DiscoveryDelay, pods.TerminationDelay, pods.ReadinessDelay));
        Assert.Equal((1, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10)), (_pool.MinNodes, _pool.ProvisioningDelay, _pool.UnneededTime));
        Assert.Equal((1UL, Time(250), 1, Time(60), Time(0), Time(1)), (scenario.Seed, scenario.MetricLatency, scenario.Autoscalers, scenario.StatusDelay, scenario.CountingInterval, scenario.RandomResolution));
    }

    private static TimeSpan Time(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
