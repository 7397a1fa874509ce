using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Scaling.Keda;

/// <summary>A ScaledObject (apis/keda/v1alpha1, ScaledObjectSpec).</summary>
public sealed record ScaledObject
{
    /// <summary>The maximum of a ScaledObject that says none.</summary>
    public const int DefaultMaxReplicaCount = 100;

    /// <summary>The minimum of the HPA of a ScaledObject whose own is 0 or not said.</summary>
    public const int DefaultHpaMinReplicas = 1;

    /// <summary>The ScaledObject's name.</summary>
    public required string Name { get; init; }

    /// <summary>The ScaledObject's namespace.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The least replicas.</summary>
    /// <value>Null: 0.</value>
    public int? MinReplicaCount { get; init; }

    /// <summary>The most replicas.</summary>
    /// <value>Null: 100.</value>
    public int? MaxReplicaCount { get; init; }

    /// <summary>The replicas while no trigger is active; below the minimum. Only 0 works: the HPA undoes others.</summary>
    /// <value>Null: the minimum.</value>
    public int? IdleReplicaCount { get; init; }

    /// <summary>How often KEDA polls.</summary>
    /// <value>The default is 30 s.</value>
    public TimeSpan PollingInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the ScaledObject says how often; only then KEDA warns of it.</summary>
    /// <value>The default is true.</value>
    public bool IsPollingIntervalGiven { get; init; } = true;

    /// <summary>How long after the last activity KEDA scales to 0 or idle; without effect otherwise.</summary>
    /// <value>The default is 300 s.</value>
    public TimeSpan CooldownPeriod { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Whether the ScaledObject says how long; only then KEDA warns of it.</summary>
    /// <value>The default is true.</value>
    public bool IsCooldownPeriodGiven { get; init; } = true;

    /// <summary>The same for a target that was never active, since the ScaledObject was made.</summary>
    /// <value>The default is 0 s.</value>
    public TimeSpan InitialCooldownPeriod { get; init; }

    /// <summary>What KEDA does when a trigger keeps failing.</summary>
    /// <value>Null: nothing.</value>
    public Fallback? Fallback { get; init; }

    /// <summary>The HPA's behavior.</summary>
    /// <value>Null: none.</value>
    public HorizontalPodAutoscalerBehavior? Behavior { get; init; }

    /// <summary>The HPA's name.</summary>
    /// <value>Null: <c>keda-hpa-</c> and the ScaledObject's name.</value>
    public string? HpaName { get; init; }

    /// <summary>The annotations.</summary>
    /// <value>The default is none.</value>
    public ScaledObjectAnnotations Annotations { get; init; } = ScaledObjectAnnotations.None;

    /// <summary>The triggers; at least one.</summary>
    public required IReadOnlyList<Trigger> Triggers { get; init; }

    /// <summary>What makes one metric of all external triggers.</summary>
    /// <value>Null: nothing, each is a metric.</value>
    public ScalingModifiers? Modifiers { get; init; }

    /// <summary>Whether the HPA gets what the last poll saw, for any trigger.</summary>
    public bool UsesCachedMetrics => Triggers.Any(trigger => trigger is ExternalMetricTrigger { UseCachedMetrics: true });

    /// <summary>The only trigger, where it is known to be a prometheus one, as that of a stack is.</summary>
    /// <exception cref="InvalidOperationException">It is another one.</exception>
    public PrometheusTrigger PrometheusTrigger => Triggers is [PrometheusTrigger trigger]
        ? trigger
        : throw new InvalidOperationException($"The ScaledObject {Name} has {Triggers.Count} triggers; one of type prometheus was expected.");
}
