using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Files;

/// <summary>
/// An HPA of autoscaling/v1, which has fields for cpu only and keeps all else in annotations, as one of autoscaling/v2
/// (pkg/apis/autoscaling/v1/conversion.go and annotations.go of Kubernetes 1.37).
/// </summary>
internal static class AutoscalerV1
{
    /// <summary>Its group and version.</summary>
    public const string ApiVersion = "autoscaling/v1";

    /// <summary>The percentage of an HPA that names no metric (pkg/apis/autoscaling: DefaultCPUUtilization).</summary>
    public const int DefaultCpuUtilization = 80;

    private const string Prefix = "autoscaling.alpha.kubernetes.io/";

    /// <summary>Whether an object is one.</summary>
    public static bool Is(JsonObject hpa) => hpa.Text("apiVersion") == ApiVersion && hpa.Text("kind") == "HorizontalPodAutoscaler";

    /// <summary>The same HPA with the fields of autoscaling/v2; what an annotation cannot be read for is left out, as the API server does.</summary>
    /// <param name="hpa">The HPA.</param>
    /// <param name="refuse">Gets the annotation that is no JSON.</param>
    public static JsonObject ToV2(JsonObject hpa, Action<string>? refuse = null)
    {
        var converted = (JsonObject)hpa.DeepClone();
        converted["apiVersion"] = "autoscaling/v2";
        if (converted["spec"] is JsonObject spec)
        {
            spec.Remove("targetCPUUtilizationPercentage");
            spec["metrics"] = new JsonArray([.. Metrics(hpa, refuse)]);
            if (Annotation(hpa, "behavior", refuse) is JsonObject behavior)
            {
                spec["behavior"] = Lowered(behavior);
            }
        }

        if (converted["status"] is JsonObject status)
        {
            status["currentMetrics"] = new JsonArray([.. CurrentMetrics(hpa, refuse)]);
            status["conditions"] = Annotation(hpa, "conditions", refuse) as JsonArray ?? [];
        }

        return converted;
    }

    private static List<JsonNode?> Metrics(JsonObject hpa, Action<string>? refuse)
    {
        var ofAnnotation = Entries(hpa, "metrics", refuse).Select(metric => (JsonNode?)Metric(metric, "target")).ToList();
        var percent = hpa.At("spec.targetCPUUtilizationPercentage")?.DeepClone() ?? (ofAnnotation.Count == 0 ? DefaultCpuUtilization : null);
        return percent is null ? ofAnnotation : [.. ofAnnotation, Cpu("target", new JsonObject { ["type"] = "Utilization", ["averageUtilization"] = percent })];
    }

    private static IEnumerable<JsonNode?> CurrentMetrics(JsonObject hpa, Action<string>? refuse)
    {
        var ofAnnotation = Entries(hpa, "current-metrics", refuse).Select(metric => (JsonNode?)Metric(metric, "current"));
        return hpa.At("status.currentCPUUtilizationPercentage")?.DeepClone() is { } percent ? [.. ofAnnotation, Cpu("current", new JsonObject { ["averageUtilization"] = percent })] : ofAnnotation;
    }

    private static JsonObject Cpu(string field, JsonObject value) => new() { ["type"] = "Resource", ["resource"] = new JsonObject { ["name"] = "cpu", [field] = value } };

    /// <summary>A metric, or what the status shows of one.</summary>
    /// <param name="metric">That of the annotations, and of autoscaling/v2beta1: <c>targetAverageValue</c>, <c>currentAverageValue</c>.</param>
    /// <param name="field">The field of autoscaling/v2, with which the names of those values begin: <c>target</c>, <c>current</c>.</param>
    public static JsonObject Metric(JsonObject metric, string field)
    {
        var type = metric.Text("type") ?? "";
        var key = type.Length == 0 ? "" : char.ToLowerInvariant(type[0]) + type[1..];
        var source = metric[key] as JsonObject ?? [];
        var converted = new JsonObject();
        if (type is "Resource" or "ContainerResource")
        {
            Copy(source, "name", converted, "name");
            Copy(source, "container", converted, "container");
        }
        else
        {
            var named = new JsonObject();
            Copy(source, "metricName", named, "name");
            Copy(source, type == "External" ? "metricSelector" : "selector", named, "selector");
            converted["metric"] = named;
            // The object of an Object metric, whose value is no value.
            Copy(source, type == "Object" ? "target" : "", converted, "describedObject");
        }

        var value = new JsonObject();
        Copy(source, $"{field}AverageUtilization", value, "averageUtilization");
        Copy(source, $"{field}AverageValue", value, "averageValue");
        Copy(source, type == "Object" ? "averageValue" : "", value, "averageValue");
        Copy(source, $"{field}Value", value, "value");
        if (field == "target")
        {
            value["type"] = value.ContainsKey("averageUtilization") ? "Utilization" : value.ContainsKey("averageValue") ? "AverageValue" : "Value";
        }

        converted[field] = value;
        return new JsonObject { ["type"] = type, [key.Length == 0 ? "external" : key] = converted };
    }

    private static void Copy(JsonObject source, string from, JsonObject to, string name)
    {
        if (source[from] is { } value && !to.ContainsKey(name))
        {
            to[name] = value.DeepClone();
        }
    }

    private static IEnumerable<JsonObject> Entries(JsonObject hpa, string name, Action<string>? refuse) => (Annotation(hpa, name, refuse) as JsonArray ?? []).OfType<JsonObject>();

    private static JsonNode? Annotation(JsonObject hpa, string name, Action<string>? refuse)
    {
        if (hpa.Map("metadata.annotations").GetValueOrDefault(Prefix + name) is not { } text)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            refuse?.Invoke(Prefix + name);
            return null;
        }
    }

    /// <summary>With keys as of autoscaling/v2: the annotation is written from a type whose fields have capital letters.</summary>
    private static JsonNode? Lowered(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(entry => entry.Value is not null && entry.Key.Length > 0)
            .Select(entry => KeyValuePair.Create(char.ToLowerInvariant(entry.Key[0]) + entry.Key[1..], Lowered(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Lowered)]),
        _ => node?.DeepClone(),
    };
}
