using System.Text.Json.Nodes;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;
using KedaStack.Truth.Recordings;

namespace KedaStack.Truth.Specs;

/// <summary>Makes the HPA of a loop: that of its ScaledObject, or its own.</summary>
public static class HpaReader
{
    /// <summary>The HPA; null while KEDA has deleted it.</summary>
    /// <param name="version">The ScaledObject as it was.</param>
    /// <param name="loop">The loop, whose reads name the metrics of scalers that the model does not know.</param>
    /// <param name="semantics">KEDA.</param>
    public static HorizontalPodAutoscalerSpec? Read(ScaledObjectVersion version, RecordedLoop loop, KedaSemantics semantics)
    {
        var scaledObject = ScaledObjectReader.Read(version, loop.Name, semantics);
        return KedaHpa.Create(scaledObject, semantics) is { } hpa
            ? hpa with { Metrics = [.. hpa.Metrics.Select(metric => Named(metric, scaledObject, loop))] }
            : null;
    }

    /// <summary>The HPA of a loop without a ScaledObject, which has Resource metrics only.</summary>
    /// <param name="spec">Its spec.</param>
    /// <param name="targetNamespace">Its namespace.</param>
    public static HorizontalPodAutoscalerSpec ReadOwn(JsonObject spec, string targetNamespace) => new()
    {
        Name = ScaledObjectReader.Name,
        Namespace = targetNamespace,
        MinReplicas = spec["minReplicas"]?.GetValue<int>() ?? 1,
        MaxReplicas = spec["maxReplicas"]!.GetValue<int>(),
        Metrics = [.. spec["metrics"]!.AsArray().Select(metric => Own(metric!.AsObject()))],
        Behavior = BehaviorReader.Read(spec["behavior"]),
    };

    private static ResourceMetricSource Own(JsonObject metric)
    {
        var source = (metric["resource"] ?? metric["containerResource"])?.AsObject()
            ?? throw new RecordingFormatException($"A metric of type {metric["type"]} is not known.");
        var target = source["target"]!.AsObject();
        var isUtilization = target["averageUtilization"] is not null;
        return new ResourceMetricSource
        {
            Name = source["name"]!.GetValue<string>(),
            Container = source["container"]?.GetValue<string>(),
            TargetType = isUtilization ? MetricTargetType.Utilization : MetricTargetType.AverageValue,
            Target = isUtilization
                ? new MilliQuantity(1000L * target["averageUtilization"]!.GetValue<int>())
                : MilliQuantity.TryParse(target["averageValue"]!.GetValue<string>())
                    ?? throw new RecordingFormatException("A target is no quantity."),
        };
    }

    // Requests have the name in small letters; what the controller logs has it as the HPA does.
    private static MetricSource Named(MetricSource metric, ScaledObject scaledObject, RecordedLoop loop)
    {
        if (scaledObject.Triggers.FirstOrDefault(trigger => trigger.MetricName == metric.Name) is not OtherTrigger other)
        {
            return metric;
        }

        var prefix = FormattableString.Invariant($"s{other.TriggerIndex}-");
        var name = loop.Syncs.Select(sync => sync.ProposingMetric)
            .Concat(loop.Syncs.SelectMany(sync => sync.Reads).Select(read => read.Metric))
            .FirstOrDefault(name => name?.StartsWith(prefix, StringComparison.Ordinal) == true);
        return name is null ? metric : metric with { Name = name };
    }
}
