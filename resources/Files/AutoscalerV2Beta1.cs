using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Files;

/// <summary>
/// An HPA of autoscaling/v2beta1, whose metrics have a field for each kind of target, as one of autoscaling/v2
/// (pkg/apis/autoscaling/v2beta1/conversion.go of Kubernetes 1.24).
/// </summary>
internal static class AutoscalerV2Beta1
{
    /// <summary>Its group and version.</summary>
    public const string ApiVersion = "autoscaling/v2beta1";

    /// <summary>Whether an object is one.</summary>
    public static bool Is(JsonObject hpa) => hpa.Text("apiVersion") == ApiVersion && hpa.Text("kind") == "HorizontalPodAutoscaler";

    /// <summary>The same HPA with the fields of autoscaling/v2.</summary>
    public static JsonObject ToV2(JsonObject hpa)
    {
        var converted = (JsonObject)hpa.DeepClone();
        converted["apiVersion"] = "autoscaling/v2";
        Convert(converted["spec"], "metrics", "target");
        Convert(converted["status"], "currentMetrics", "current");
        return converted;
    }

    // What is no mapping stays, for whoever reads it to say so.
    private static void Convert(JsonNode? parent, string list, string prefix)
    {
        if (parent is JsonObject fields && fields[list] is JsonArray metrics)
        {
            fields[list] = new JsonArray([.. metrics.Select(metric => metric is JsonObject json ? AutoscalerV1.Metric(json, prefix) : metric?.DeepClone())]);
        }
    }
}
