using System.Globalization;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Disturbances;
using KedaStack.Scaling.Simulation.Hands;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Scenarios;

/// <summary>What keeps a scenario from being run.</summary>
public static class ScenarioValidation
{
    private const int MostReplicas = 10_000;
    private const long LargestQueue = 1_000_000_000;

    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    /// <summary>The most HPAs of a cluster.</summary>
    public const int MostAutoscalers = 100_000;

    /// <summary>The longest run: 366 days.</summary>
    public static TimeSpan LongestRun => SimulationTime.Longest;

    /// <summary>All errors, each a sentence; none when the scenario can be run.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<string> Errors(SimulationScenario scenario)
    {
        var errors = new List<string>();
        Run(scenario, errors);
        Triggers(scenario, errors);
        Settings(scenario.Settings, errors);
        Pods(scenario.Pods, errors);
        Nodes(scenario.Nodes, errors);
        foreach (var disturbance in scenario.Disturbances)
        {
            Check(disturbance, errors);
        }

        foreach (var hand in scenario.Hands)
        {
            Check(hand, errors);
        }

        return errors;
    }

    /// <summary>What keeps settings from being simulated at all, each a sentence; none when nothing does.</summary>
    /// <param name="settings">The settings.</param>
    public static IReadOnlyList<string> Errors(ScalingSettings settings)
    {
        var errors = new List<string>();
        Settings(settings, errors);
        return errors;
    }

    private static void Triggers(SimulationScenario scenario, List<string> errors)
    {
        var triggers = scenario.ScaledObject?.Triggers ?? [];
        if (triggers.Count(trigger => trigger is PrometheusTrigger) is > 1 and var several)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"The ScaledObject has {several} prometheus triggers; one load answers one query only."));
        }

        foreach (var trigger in triggers)
        {
            if (trigger is ResourceTrigger)
            {
                errors.Add(string.Create(
                    CultureInfo.InvariantCulture, $"Trigger {trigger.TriggerIndex} of type {trigger.Type} is measured at the pods, which is not simulated."));
            }
            else if (trigger is not PrometheusTrigger && !scenario.Sources.ContainsKey(trigger.TriggerIndex))
            {
                errors.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{nameof(scenario.Sources)} does not say what trigger {trigger.TriggerIndex} of type {trigger.Type} answers."));
            }
        }
    }

    private static void Run(SimulationScenario scenario, List<string> errors)
    {
        Within(errors, nameof(scenario.Duration), scenario.Duration, _shortest, SimulationTime.Longest);
        Within(errors, nameof(scenario.LeadIn), scenario.LeadIn, TimeSpan.Zero, Room(scenario.Duration));
        Within(errors, nameof(scenario.AutoscaledFrom), scenario.AutoscaledFrom, TimeSpan.Zero, SimulationTime.Longest);
        Within(errors, nameof(scenario.MetricLatency), scenario.MetricLatency, TimeSpan.Zero, TimeSpan.FromHours(1));
        Within(errors, nameof(scenario.Autoscalers), scenario.Autoscalers, 1, MostAutoscalers);
        Within(errors, nameof(scenario.CountingInterval), scenario.CountingInterval, TimeSpan.Zero, TimeSpan.FromHours(1));
        Within(errors, nameof(scenario.StatusDelay), scenario.StatusDelay, TimeSpan.Zero, TimeSpan.FromHours(1));
        Within(errors, nameof(scenario.RandomResolution), scenario.RandomResolution, _shortest, TimeSpan.FromHours(1));
        Within(errors, nameof(scenario.InitialReplicas), scenario.StartReplicas, 0, MostReplicas);
        Within(errors, "SyncPeriod", scenario.Semantics.Hpa.SyncPeriod, _shortest, TimeSpan.FromDays(1));
        Within(errors, "ConcurrentSyncs", scenario.Semantics.Hpa.ConcurrentSyncs, 1, MostAutoscalers);
        Within(errors, "IngestionLag", scenario.Semantics.IngestionLag, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    private static void Settings(ScalingSettings settings, List<string> errors)
    {
        Within(errors, "scrapeInterval", settings.ScrapeInterval, _shortest, TimeSpan.FromDays(1));
        Within(errors, "window", settings.Window, _shortest, TimeSpan.FromDays(1));
        Within(errors, "pollingInterval", settings.PollingInterval, _second, TimeSpan.FromDays(1));
        Within(errors, "cooldownPeriod", settings.CooldownPeriod, TimeSpan.Zero, SimulationTime.Longest);
        Within(errors, "threshold", settings.Threshold, 0.001m, Traffic.MaximumRate);
        Within(errors, "minReplicaCount", settings.MinReplicaCount, 0, MostReplicas);
        Within(errors, "maxReplicaCount", settings.MaxReplicaCount, 1, MostReplicas);
        if (errors.Count == 0)
        {
            errors.AddRange(KedaHpa.Errors(settings.ToScaledObject("simulated", "simulated", "query", "address")));
        }
    }

    private static void Pods(PodModel pods, List<string> errors)
    {
        Within(errors, nameof(pods.Capacity), pods.Capacity ?? 1, 0.001m, Traffic.MaximumRate);
        Within(errors, nameof(pods.QueueLimit), pods.QueueLimit, 0, LargestQueue);
        Within(errors, nameof(pods.ReadinessDelay), pods.ReadinessDelay, TimeSpan.Zero, TimeSpan.FromDays(1));
        Within(errors, nameof(pods.TerminationDelay), pods.TerminationDelay.Shortest, TimeSpan.Zero, pods.TerminationDelay.Longest);
        Within(errors, nameof(pods.TerminationDelay), pods.TerminationDelay.Longest, TimeSpan.Zero, TimeSpan.FromDays(1));
        Within(errors, nameof(pods.CountedProbeInterval), pods.CountedProbeInterval ?? _second, _second, TimeSpan.FromDays(1));
        Within(errors, nameof(pods.StartUpDelay), pods.StartUpDelay.Shortest, TimeSpan.Zero, pods.StartUpDelay.Longest);
        Within(errors, nameof(pods.StartUpDelay), pods.StartUpDelay.Longest, TimeSpan.Zero, TimeSpan.FromDays(1));
        Within(errors, nameof(pods.DiscoveryDelay), pods.DiscoveryDelay.Shortest, TimeSpan.Zero, pods.DiscoveryDelay.Longest);
        Within(errors, nameof(pods.DiscoveryDelay), pods.DiscoveryDelay.Longest, TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    private static void Nodes(NodePool? pool, List<string> errors)
    {
        if (pool is not null)
        {
            Within(errors, nameof(pool.PodsPerNode), pool.PodsPerNode, 1, MostReplicas);
            Within(errors, nameof(pool.MinNodes), pool.MinNodes, 0, pool.MaxNodes);
            Within(errors, nameof(pool.MaxNodes), pool.MaxNodes, 0, MostReplicas);
            Within(errors, nameof(pool.ProvisioningDelay), pool.ProvisioningDelay, TimeSpan.Zero, TimeSpan.FromDays(1));
            Within(errors, nameof(pool.UnneededTime), pool.UnneededTime, _shortest, SimulationTime.Longest);
        }
    }

    private static void Check(Disturbance disturbance, List<string> errors)
    {
        var name = disturbance.GetType().Name;
        Within(errors, $"{name}.At", disturbance.At, TimeSpan.Zero, SimulationTime.Longest);
        Within(errors, $"{name}.Duration", disturbance.Duration, TimeSpan.Zero, SimulationTime.Longest);
        switch (disturbance)
        {
            case PodCrashLoop loop:
                Within(errors, $"{name}.Pods", loop.Pods, 1, MostReplicas);
                Within(errors, $"{name}.Uptime", loop.Uptime, _shortest, SimulationTime.Longest);
                break;
            case MetricsOutage outage:
                Within(errors, $"{name}.AnswerTime", outage.AnswerTime, TimeSpan.Zero, TimeSpan.FromHours(1));
                break;
            case SlowStart slow:
                Within(errors, $"{name}.ExtraDelay", slow.ExtraDelay, TimeSpan.Zero, TimeSpan.FromDays(1));
                break;
            default:
                break;
        }
    }

    private static void Check(Hand hand, List<string> errors)
    {
        var name = hand.GetType().Name;
        Within(errors, $"{name}.At", hand.At, TimeSpan.Zero, SimulationTime.Longest);
        if (hand is ReplicasSet set)
        {
            Within(errors, $"{name}.Replicas", set.Replicas, 0, MostReplicas);
        }
    }

    private static TimeSpan Room(TimeSpan duration) =>
        duration < SimulationTime.Longest ? SimulationTime.Longest - duration : TimeSpan.Zero;

    private static void Within<T>(List<string> errors, string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            errors.Add($"{name} is {Text(value)}; it must be from {Text(least)} to {Text(most)} to be simulated.");
        }
    }

    private static string Text<T>(T value) => value switch
    {
        TimeSpan duration when duration < TimeSpan.Zero => "negative",
        TimeSpan duration => PrometheusDuration.Format(duration),
        _ => FormattableString.Invariant($"{value}"),
    };
}
