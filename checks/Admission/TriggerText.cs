using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Checks.Admission;

/// <summary>A trigger of an object as KEDA's readers take it.</summary>
internal static class TriggerText
{
    /// <summary>The trigger; what its authentication holds is not known.</summary>
    public static TriggerDefinition Definition(JsonObject trigger, int index = 0) => new()
    {
        Type = trigger.Text("type") ?? "",
        Name = trigger.Text("name") ?? "",
        Metadata = trigger.At("metadata") is JsonObject metadata
            ? metadata.Where(entry => entry.Value?.GetValueKind() == JsonValueKind.String)
                .ToDictionary(entry => entry.Key, entry => entry.Value!.GetValue<string>(), StringComparer.Ordinal)
            : new Dictionary<string, string>(),
        MetricType = trigger.Text("metricType") ?? "",
        UseCachedMetrics = trigger.IsTrue("useCachedMetrics"),
        TriggerIndex = index,
        IsAuthenticationKnown = trigger.At("authenticationRef") is null,
    };
}
