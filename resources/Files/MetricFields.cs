using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Files;

/// <summary>Reads the metrics of a recorded HPA, of any type, and what its status shows of them.</summary>
internal static class MetricFields
{
    private const string External = "External";
    private const string ContainerResource = "ContainerResource";
    private const string Object = "Object";

    private static readonly string[] _types = [External, "Resource", ContainerResource, "Pods", Object];

    /// <summary>Reads one.</summary>
    /// <param name="metric">Its entry of <c>spec.metrics</c>.</param>
    public static MetricSource Read(ObjectFields metric)
    {
        var type = metric.Required("type", metric.Text("type"), "write External") ?? External;
        if (!_types.Contains(type))
        {
            metric.Refuse("type", "is unknown", Quoted.Text(type), $"write {string.Join(", ", _types)}");
            type = External;
        }

        var source = Source(metric, type);
        var named = Named(source, type);
        var name = named.Required("name", named.Text("name"), "write the metric's name, such as s0-prometheus") ?? "";
        var targetType = TargetType(source.Map("target"), type);
        var target = type == Object ? ObjectTarget(source.Map("target"), targetType) : Target(source.Map("target"), targetType);
        IReadOnlyList<KeyValuePair<string, string>> labels = [.. named.Map("selector").Texts("matchLabels")];
        return type switch
        {
            External => new ExternalMetricSource { Name = name, TargetType = targetType, Target = target, MatchLabels = labels },
            Object => new ObjectMetricSource
            {
                Name = name,
                TargetType = targetType,
                Target = target,
                MatchLabels = labels,
                ObjectKind = source.Map("describedObject").Text("kind") ?? "",
                ObjectName = source.Map("describedObject").Text("name") ?? "",
            },
            "Pods" => new PodsMetricSource { Name = name, TargetType = targetType, Target = target },
            _ => new ResourceMetricSource
            {
                Name = name,
                TargetType = targetType,
                Target = target,
                Container = type == ContainerResource ? source.Text("container") ?? "" : null,
            },
        };
    }

    /// <summary>What the status shows of a metric, in thousandths, of a utilization in percent; null where it shows nothing.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="place">Its place, which the status keeps; one at another place is looked for by its name.</param>
    /// <param name="status">The HPA's status.</param>
    public static long? Reported(MetricSource metric, int place, ObjectFields status)
    {
        var current = status.List("currentMetrics") ?? [];
        var found = Is(current.ElementAtOrDefault(place), metric) ? current[place] : current.FirstOrDefault(entry => Is(entry, metric));
        return found is null ? null : Source(found, metric.Type).Map("current").Quantity(Field(metric.TargetType))?.Milli;
    }

    private static bool Is(ObjectFields? entry, MetricSource metric) => entry is not null && entry.Text("type") == metric.Type
        && Named(Source(entry, metric.Type), metric.Type).Text("name") == metric.Name
        && (metric is not ResourceMetricSource { Container: { } container } || Source(entry, metric.Type).Text("container") == container);

    private static MetricTargetType TargetType(ObjectFields target, string type)
    {
        var isResource = type is "Resource" or ContainerResource;
        if (type == Object && target.Text("type") is nameof(MetricTargetType.Utilization))
        {
            target.Refuse("type", "is unknown", "\"Utilization\"", "write AverageValue or Value");
            return default;
        }

        var written = target.Required(
            "type", target.Word<MetricTargetType>("type", isResource ? "Utilization or AverageValue" : "AverageValue or Value"),
            isResource ? "write Utilization or AverageValue" : "write AverageValue or Value") ?? default;
        // The controller looks at the fields, and at the type of Object metrics only (computeStatusForPodsMetric and its like in horizontal.go).
        MetricTargetType[] read = type switch
        {
            Object => [],
            External => [MetricTargetType.AverageValue, MetricTargetType.Value],
            "Pods" => [MetricTargetType.AverageValue],
            _ => [MetricTargetType.AverageValue, MetricTargetType.Utilization],
        };
        return read.Select(one => (MetricTargetType?)one).FirstOrDefault(one => target.Names.Contains(Field(one!.Value)))
            ?? (read.Length == 0 || read.Contains(written) ? written : read[0]);
    }

    private static MilliQuantity Target(ObjectFields target, MetricTargetType type) =>
        target.Required(Field(type), target.Quantity(Field(type)), "write the target, such as 10") ?? default;

    // Where the type names the other field, the API server takes the metric, and its controller finds no target.
    private static MilliQuantity ObjectTarget(ObjectFields target, MetricTargetType type)
    {
        var other = type == MetricTargetType.Value ? MetricTargetType.AverageValue : MetricTargetType.Value;
        if (target.Names.Contains(Field(type)) || !target.Names.Contains(Field(other)))
        {
            return Target(target, type);
        }

        target.Refuse(
            "type", $"names a field that is not set, so that the HPA controller cannot use the metric: {ObjectMetricSource.NoTarget}",
            $"{type} beside {Field(other)}", $"write {Field(type)} beside {type}, or the type {other}");
        return target.Quantity(Field(other)) ?? default;
    }

    private static string Field(MetricTargetType type) => type switch
    {
        MetricTargetType.Utilization => "averageUtilization",
        MetricTargetType.AverageValue => "averageValue",
        _ => "value",
    };

    // The source of a type stands under the type's name with a small first letter.
    private static ObjectFields Source(ObjectFields metric, string type) => metric.Map(char.ToLowerInvariant(type[0]) + type[1..]);

    private static ObjectFields Named(ObjectFields source, string type) =>
        type is "Resource" or ContainerResource ? source : source.Map("metric");
}
