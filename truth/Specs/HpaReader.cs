using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Keda;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Specs;

/// <summary>Makes the HPA of a loop's ScaledObject, with External metrics of any kind.</summary>
public static class HpaReader
{
    /// <summary>The HPA; null while KEDA has deleted it.</summary>
    /// <param name="version">The ScaledObject as it was.</param>
    /// <param name="loop">The loop, whose reads name the metrics.</param>
    /// <param name="semantics">KEDA.</param>
    public static HorizontalPodAutoscalerSpec? Read(ScaledObjectVersion version, RecordedLoop loop, KedaSemantics semantics) =>
        KedaHpa.Create(ScaledObjectReader.Read(version, loop.Name, semantics), semantics) is { } hpa
            ? hpa with { Metrics = Metrics(version, loop, semantics) }
            : null;

    /// <summary>Why a loop's HPA has metrics that the model does not know; null when it knows all of them.</summary>
    /// <param name="loop">The loop.</param>
    public static string? NotModelled(RecordedLoop loop)
    {
        if (loop.Hpa is not null)
        {
            return "an HPA of its own, with a cpu metric";
        }

        var resources = SpecTimeline.Of(loop).SelectMany(ScaledObjectReader.TriggerTypes).Distinct().Where(IsResource).ToArray();
        return resources.Length == 0 ? null : $"a {string.Join(" and a ", resources)} trigger";
    }

    private static bool IsResource(string type) => type is "cpu" or "memory";

    private static IReadOnlyList<ExternalMetricSource> Metrics(ScaledObjectVersion version, RecordedLoop loop, KedaSemantics semantics)
    {
        if (version.Spec["advanced"]?["scalingModifiers"] is JsonObject modifiers)
        {
            return [Metric("composite-metric", modifiers["target"]!.ToString(), modifiers["metricType"]?.GetValue<string>(), semantics)];
        }

        return
        [
            .. ScaledObjectReader.TriggersOf(version).Select((trigger, place) =>
                Metric(Name(loop, place), Target(trigger), trigger["metricType"]?.GetValue<string>(), semantics)),
        ];
    }

    private static ExternalMetricSource Metric(string name, string target, string? type, KedaSemantics semantics) => new()
    {
        Name = name,
        TargetType = type == nameof(MetricTargetType.Value) ? MetricTargetType.Value : MetricTargetType.AverageValue,
        Target = KedaQuantity.FromValue(double.Parse(target, CultureInfo.InvariantCulture), semantics.Conversion),
        MatchLabels = [new("scaledobject.keda.sh/name", ScaledObjectReader.Name)],
    };

    // Requests have the name in small letters; what the controller logs has it as the HPA does.
    private static string Name(RecordedLoop loop, int place)
    {
        var prefix = FormattableString.Invariant($"s{place}-");
        return loop.Syncs.Select(sync => sync.ProposingMetric)
            .Concat(loop.Syncs.SelectMany(sync => sync.Reads).Select(read => read.Metric))
            .FirstOrDefault(metric => metric?.StartsWith(prefix, StringComparison.Ordinal) == true) ?? prefix + ScaledObjectReader.Prometheus;
    }

    // The defaults are KEDA's (pkg/scalers: azure_queue_scaler.go; cron_scaler.go, whose value is the count itself).
    private static string Target(JsonObject trigger)
    {
        var metadata = trigger["metadata"]!.AsObject();
        return ScaledObjectReader.TypeOf(trigger) switch
        {
            ScaledObjectReader.Prometheus => Parameter("threshold") ?? throw Missing("threshold"),
            "metrics-api" => Parameter("targetValue") ?? throw Missing("targetValue"),
            "azure-queue" => Parameter("queueLength") ?? "5",
            "cron" => "1",
            var type => throw new RecordingFormatException($"The target of a {type} trigger is not known."),
        };

        string? Parameter(string name) => metadata[name]?.GetValue<string>();
        static RecordingFormatException Missing(string name) => new($"A trigger has no {name}.");
    }
}
