using System.Globalization;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling;

/// <summary>
/// How a workload scales, from the scrape of its counter to its replicas: the one description from which the deployed
/// ServiceMonitor and ScaledObject are built.
/// </summary>
public sealed record ScalingSettings
{
    /// <summary>How often each pod is scraped.</summary>
    public required TimeSpan ScrapeInterval { get; init; }

    /// <summary>The window of <c>rate()</c>; at least two scrape intervals.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Requests per second that one replica is meant to serve; above 0.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>The rate in requests per second above which the trigger is active; matters only from and to 0 replicas.</summary>
    public required decimal ActivationThreshold { get; init; }

    /// <summary>Whether KEDA takes an empty answer for 0 (true) or for an error (false, which keeps the replicas).</summary>
    public required bool IgnoreNullValues { get; init; }

    /// <summary>How often KEDA polls; whole seconds. The HPA asks every 15 s whatever this says.</summary>
    public required TimeSpan PollingInterval { get; init; }

    /// <summary>How long KEDA waits before it scales to 0; whole seconds. Without effect when the minimum is above 0.</summary>
    public required TimeSpan CooldownPeriod { get; init; }

    /// <summary>The least replicas; 0 or more.</summary>
    public required int MinReplicaCount { get; init; }

    /// <summary>The most replicas; at least 1 and not below the minimum.</summary>
    public required int MaxReplicaCount { get; init; }

    /// <summary>What KEDA does when its trigger keeps failing.</summary>
    /// <value>Null: nothing, the replicas stay as they are.</value>
    public Fallback? Fallback { get; init; }

    /// <summary>The HPA's behavior.</summary>
    /// <value>Null: none, which selects the HPA's legacy limits.</value>
    public HorizontalPodAutoscalerBehavior? Behavior { get; init; }

    /// <summary>The ScaledObject that these settings describe.</summary>
    /// <param name="name">The ScaledObject's name.</param>
    /// <param name="targetNamespace">Its namespace.</param>
    /// <param name="query">The query.</param>
    /// <param name="serverAddress">The address of Prometheus.</param>
    public ScaledObject ToScaledObject(string name, string targetNamespace, string query, string serverAddress) => new()
    {
        Name = name,
        Namespace = targetNamespace,
        MinReplicaCount = MinReplicaCount,
        MaxReplicaCount = MaxReplicaCount,
        PollingInterval = PollingInterval,
        CooldownPeriod = CooldownPeriod,
        Fallback = Fallback,
        Behavior = Behavior,
        Triggers =
        [
            new PrometheusTrigger
            {
                ServerAddress = serverAddress,
                Query = query,
                Threshold = AsKedaReadsIt(Threshold),
                ActivationThreshold = AsKedaReadsIt(ActivationThreshold),
                IgnoreNullValues = IgnoreNullValues,
            },
        ],
    };

    /// <summary>The replicas that a load which never changes comes to.</summary>
    /// <param name="milliRequestsPerSecond">The load in thousandths of a request per second.</param>
    internal int ReplicasAtRest(long milliRequestsPerSecond)
    {
        var load = milliRequestsPerSecond / 1000m;
        return MinReplicaCount > 0 || load > ActivationThreshold
            ? (int)Math.Clamp(Math.Ceiling(load / Threshold), Math.Max(1, MinReplicaCount), MaxReplicaCount)
            : 0;
    }

    // Through text: the conversion of a decimal is not always the nearest double.
    private static double AsKedaReadsIt(decimal number) =>
        double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
