using System.Text.Json.Nodes;
using KedaStack.Scaling.Keda;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Specs;

/// <summary>Reads the ScaledObject of a loop.</summary>
public static class ScaledObjectReader
{
    /// <summary>The kind of trigger that asks Prometheus.</summary>
    public const string Prometheus = "prometheus";

    /// <summary>The name that the loops' ScaledObjects have.</summary>
    public const string Name = "web";

    /// <summary>The ScaledObject with those of its triggers that ask Prometheus.</summary>
    /// <param name="version">The ScaledObject as it was.</param>
    /// <param name="targetNamespace">Its namespace.</param>
    /// <param name="semantics">KEDA.</param>
    public static ScaledObject Read(ScaledObjectVersion version, string targetNamespace, KedaSemantics semantics)
    {
        var spec = version.Spec;
        return new ScaledObject
        {
            Name = Name,
            Namespace = targetNamespace,
            MinReplicaCount = Integer(spec, "minReplicaCount"),
            MaxReplicaCount = Integer(spec, "maxReplicaCount"),
            IdleReplicaCount = Integer(spec, "idleReplicaCount"),
            PollingInterval = Seconds(spec, "pollingInterval", 30),
            CooldownPeriod = Seconds(spec, "cooldownPeriod", 300),
            InitialCooldownPeriod = Seconds(spec, "initialCooldownPeriod", 0),
            Fallback = ReadFallback(spec["fallback"]),
            Behavior = BehaviorReader.Read(spec["advanced"]?["horizontalPodAutoscalerConfig"]?["behavior"]),
            Annotations = ScaledObjectAnnotations.Read(version.Annotations, semantics),
            Triggers =
            [
                .. TriggersOf(version)
                    .Select((trigger, place) => (Trigger: trigger, Place: place))
                    .Where(at => TypeOf(at.Trigger) == Prometheus)
                    .Select(at => Trigger(at.Trigger, at.Place)),
            ],
        };
    }

    /// <summary>The kinds of a ScaledObject's triggers, in their order.</summary>
    /// <param name="version">The ScaledObject as it was.</param>
    public static IReadOnlyList<string> TriggerTypes(ScaledObjectVersion version) => [.. TriggersOf(version).Select(TypeOf)];

    internal static IEnumerable<JsonObject> TriggersOf(ScaledObjectVersion version) =>
        version.Spec["triggers"]!.AsArray().Select(trigger => trigger!.AsObject());

    internal static string TypeOf(JsonObject trigger) => trigger["type"]!.GetValue<string>();

    private static PrometheusTrigger Trigger(JsonObject trigger, int place)
    {
        var reading = PrometheusTriggerReader.Read(new PrometheusTriggerDefinition
        {
            Metadata = trigger["metadata"]!.AsObject().ToDictionary(key => key.Key, key => key.Value!.GetValue<string>()),
            MetricType = trigger["metricType"]?.GetValue<string>() ?? "",
            UseCachedMetrics = trigger["useCachedMetrics"]?.GetValue<bool>() ?? false,
            TriggerIndex = place,
        });
        return reading.Trigger ?? throw new RecordingFormatException($"Trigger {place} is refused: {reading.Error}");
    }

    private static Fallback? ReadFallback(JsonNode? fallback) => fallback is null
        ? null
        : new Fallback(
            fallback["failureThreshold"]!.GetValue<int>(),
            fallback["replicas"]!.GetValue<int>(),
            fallback["behavior"] is { } behavior ? Enum.Parse<FallbackBehavior>(behavior.GetValue<string>(), ignoreCase: true) : FallbackBehavior.Static);

    private static int? Integer(JsonObject spec, string name) => spec[name]?.GetValue<int>();

    private static TimeSpan Seconds(JsonObject spec, string name, int otherwise) => TimeSpan.FromSeconds(Integer(spec, name) ?? otherwise);
}
