using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Checks.Admission.Schemas;

/// <summary>The definitions of the objects that scale and are scraped, in one place: the texts beside this.</summary>
internal static class ObjectSchemas
{
    private const string FirstAutoscaler = "autoscaling/v1";

    private static readonly Lazy<ObjectSchema> _firstAutoscaler = Text("HorizontalPodAutoscalerV1");

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

    /// <summary>The definition of an object; null where it is not known, as of a version that is gone.</summary>
    public static ObjectSchema? Of(GraphResource resource) => resource.Inputs.Text("apiVersion") switch
    {
        "autoscaling/v2beta1" or "autoscaling/v2beta2" => null,
        FirstAutoscaler when resource.Type == ResourceTypes.Autoscaler => _firstAutoscaler.Value,
        _ => _byType.GetValueOrDefault(resource.Type)?.Value,
    };

    /// <summary>Whether an object is one of Kubernetes' own, which the API server decodes before it looks at it.</summary>
    public static bool IsBuiltIn(GraphResource resource) => resource.Type == ResourceTypes.Autoscaler;

    private static Lazy<ObjectSchema> Text(string name) => new(() =>
    {
        using var stream = typeof(ObjectSchemas).Assembly.GetManifestResourceStream($"{typeof(ObjectSchemas).Namespace}.{name}.txt")
            ?? throw new InvalidOperationException($"The definition {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return ObjectSchema.Parse(reader.ReadToEnd());
    });
}
