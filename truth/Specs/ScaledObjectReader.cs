using System.Text.Json.Nodes;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Modifiers;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Specs;

/// <summary>Reads the ScaledObject of a loop.</summary>
public static class ScaledObjectReader
{
    /// <summary>The name that the loops' ScaledObjects have.</summary>
    public const string Name = "web";

    /// <summary>The ScaledObject.</summary>
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
            Triggers = [.. TriggersOf(version).Select((trigger, place) => Trigger(trigger, place, semantics))],
            Modifiers = ReadModifiers(version),
        };
    }

    /// <summary>The ScaledObjects of a timeline; one whose annotations alone changed is equal to that before in all else.</summary>
    /// <param name="versions">The timeline.</param>
    /// <param name="targetNamespace">Their namespace.</param>
    /// <param name="semantics">KEDA.</param>
    public static IReadOnlyList<(long FromMilliseconds, ScaledObject ScaledObject)> ReadAll(
        IReadOnlyList<ScaledObjectVersion> versions, string targetNamespace, KedaSemantics semantics)
    {
        var read = new List<(long FromMilliseconds, ScaledObject ScaledObject)>();
        for (var i = 0; i < versions.Count; i++)
        {
            var isSameSpec = i > 0 && ReferenceEquals(versions[i].Spec, versions[i - 1].Spec);
            read.Add((versions[i].FromMilliseconds, isSameSpec
                ? read[^1].ScaledObject with { Annotations = ScaledObjectAnnotations.Read(versions[i].Annotations, semantics) }
                : Read(versions[i], targetNamespace, semantics)));
        }

        return read;
    }

    internal static IEnumerable<JsonObject> TriggersOf(ScaledObjectVersion version) =>
        version.Spec["triggers"]!.AsArray().Select(trigger => trigger!.AsObject());

    internal static string TypeOf(JsonObject trigger) => trigger["type"]!.GetValue<string>();

    // Which credentials a trigger has is not in the recording, and does not matter to what it read.
    private static Trigger Trigger(JsonObject trigger, int place, KedaSemantics semantics)
    {
        var reading = TriggerReader.Read(
            new TriggerDefinition
            {
                Type = TypeOf(trigger),
                Name = NameOf(trigger),
                Metadata = trigger["metadata"]!.AsObject().ToDictionary(key => key.Key, key => key.Value!.GetValue<string>()),
                MetricType = trigger["metricType"]?.GetValue<string>() ?? "",
                UseCachedMetrics = trigger["useCachedMetrics"]?.GetValue<bool>() ?? false,
                TriggerIndex = place,
                IsAuthenticationKnown = false,
            },
            semantics);
        return reading.Trigger ?? throw new RecordingFormatException($"Trigger {place} is refused: {reading.Error}");
    }

    private static ScalingModifiers? ReadModifiers(ScaledObjectVersion version)
    {
        if (version.Spec["advanced"]?["scalingModifiers"] is not JsonObject modifiers)
        {
            return null;
        }

        var names = TriggersOf(version).Where(trigger => !ResourceTrigger.Types.Contains(TypeOf(trigger))).Select(NameOf).ToArray();
        return ScalingModifiers.Read(Text("formula"), Text("target"), Text("activationTarget"), Text("metricType"), names, out var error)
            ?? throw new RecordingFormatException($"The scalingModifiers are refused: {error}");

        string Text(string name) => modifiers[name]?.GetValue<string>() ?? "";
    }

    private static string NameOf(JsonObject trigger) => trigger["name"]?.GetValue<string>() ?? "";

    private static Fallback? ReadFallback(JsonNode? fallback) => fallback is null
        ? null
        : new Fallback(
            fallback["failureThreshold"]!.GetValue<int>(),
            fallback["replicas"]!.GetValue<int>(),
            fallback["behavior"] is { } behavior ? Enum.Parse<FallbackBehavior>(behavior.GetValue<string>(), ignoreCase: true) : FallbackBehavior.Static);

    private static int? Integer(JsonObject spec, string name) => spec[name]?.GetValue<int>();

    private static TimeSpan Seconds(JsonObject spec, string name, int otherwise) => TimeSpan.FromSeconds(Integer(spec, name) ?? otherwise);
}
