using KedaStack.Resources.Objects;

namespace KedaStack.Checks.Admission.Schemas;

/// <summary>The definitions of the objects that scale and are scraped, in one place: the texts beside this.</summary>
internal static class ObjectSchemas
{
    private static readonly Dictionary<string, Lazy<ObjectSchema>> _byType = new(StringComparer.Ordinal)
    {
        [ResourceTypes.ScaledObject] = Text("ScaledObject"),
        [ResourceTypes.TriggerAuthentication] = Text("TriggerAuthentication"),
        [ResourceTypes.ClusterTriggerAuthentication] = Text("TriggerAuthentication"),
        [ResourceTypes.ServiceMonitor] = Text("ServiceMonitor"),
        [ResourceTypes.PodMonitor] = Text("PodMonitor"),
        [ResourceTypes.Autoscaler] = Text("HorizontalPodAutoscaler"),
    };

    /// <summary>The types whose definitions are known.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. _byType.Keys];

    /// <summary>The definition of a type; null for one that is not known.</summary>
    public static ObjectSchema? Of(string type) => _byType.GetValueOrDefault(type)?.Value;

    private static Lazy<ObjectSchema> Text(string name) => new(() =>
    {
        using var stream = typeof(ObjectSchemas).Assembly.GetManifestResourceStream($"{typeof(ObjectSchemas).Namespace}.{name}.txt")
            ?? throw new InvalidOperationException($"The definition {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return ObjectSchema.Parse(reader.ReadToEnd());
    });
}
