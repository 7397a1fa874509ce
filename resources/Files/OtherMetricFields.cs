using KedaStack.Scaling.Explain.Recorded;

namespace KedaStack.Resources.Files;

/// <summary>Reads the metrics of a recorded HPA that are not External.</summary>
internal static class OtherMetricFields
{
    private const string Resource = "Resource";
    private const string ContainerResource = "ContainerResource";
    private const string Object = "Object";

    /// <summary>The types of metrics that it reads.</summary>
    public static readonly IReadOnlyList<string> Types = [Resource, ContainerResource, "Pods", Object];

    private static readonly string[] _targets = ["averageUtilization", "averageValue", "value"];

    /// <summary>Reads one.</summary>
    /// <param name="metric">Its entry of <c>spec.metrics</c>.</param>
    /// <param name="type">Its type, one of <see cref="Types"/>.</param>
    /// <param name="status">The HPA's status.</param>
    public static OtherMetric Read(ObjectFields metric, string type, ObjectFields status)
    {
        var source = Source(metric, type);
        var named = Named(source, type);
        var name = named.Required("name", named.Text("name"), "write the metric's name") ?? "";
        var target = source.Map("target");
        var field = Array.Find(_targets, field => target.Names.Contains(field)) ?? "averageValue";
        return new OtherMetric
        {
            Type = type,
            Name = name,
            IsUtilization = field == "averageUtilization",
            IsShared = type == Object && field == "averageValue",
            TargetMilli = (target.Required(field, target.Quantity(field), "write the target") ?? default).Milli,
            ReportedMilli = Current(status, type, name)?.Quantity(field)?.Milli,
        };
    }

    private static ObjectFields? Current(ObjectFields status, string type, string name) => (status.List("currentMetrics") ?? [])
        .Where(current => current.Text("type") == type && Named(Source(current, type), type).Text("name") == name)
        .Select(current => Source(current, type).Map("current"))
        .FirstOrDefault();

    // The source of a type stands under the type's name with a small first letter.
    private static ObjectFields Source(ObjectFields metric, string type) => metric.Map(char.ToLowerInvariant(type[0]) + type[1..]);

    private static ObjectFields Named(ObjectFields source, string type) =>
        type is Resource or ContainerResource ? source : source.Map("metric");
}
