using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;

namespace KedaStack.Resources.Views;

/// <summary>A trigger of a ScaledObject that asks Prometheus.</summary>
/// <param name="ScaledObject">The ScaledObject.</param>
/// <param name="Index">Its place among the triggers.</param>
/// <param name="Json">The trigger.</param>
internal sealed record PrometheusTrigger(GraphResource ScaledObject, int Index, JsonObject Json)
{
    private readonly Lazy<PromQuery?> _query = new(() => ReadQuery(Json));

    /// <summary>The path of the trigger.</summary>
    public string Path => $"spec.triggers[{Index}]";

    /// <summary>The path of a value of its metadata.</summary>
    public string MetadataPath(string key) => $"{Path}.metadata.{key}";

    /// <summary>A value of its metadata; KEDA takes an empty one for missing.</summary>
    public string? Metadata(string key) => Json.At("metadata") is JsonObject metadata && metadata[key] is { } value
        && Inputs.Scalar(value)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The query; null when there is none.</summary>
    public PromQuery? Query => _query.Value;

    /// <summary>The TriggerAuthentication that it names; null when it names none or there is none.</summary>
    public GraphResource? Authentication(StackView stack)
    {
        var name = Json.Text("authenticationRef.name");
        return Json.Text("authenticationRef.kind") == "ClusterTriggerAuthentication"
            ? stack.Find(ResourceTypes.ClusterTriggerAuthentication, "", name)
            : stack.Find(ResourceTypes.TriggerAuthentication, ScaledObject.Namespace(), name);
    }

    /// <summary>The Azure Monitor workspace whose endpoint it asks; null when it is not one of the stack's.</summary>
    public GraphResource? Workspace(StackView stack) =>
        stack.Referenced(Metadata("serverAddress")?.TrimEnd('/'), ResourceTypes.Workspace, "metrics.prometheusQueryEndpoint");

    /// <summary>The triggers that ask Prometheus, by what they carry, whatever their type says.</summary>
    public static IReadOnlyList<PrometheusTrigger> All(StackView stack) =>
    [
        .. from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
           from trigger in scaledObject.Inputs.Objects("spec.triggers").Select((json, index) => new PrometheusTrigger(scaledObject, index, json))
           where IsPrometheus(trigger)
           select trigger,
    ];

    private static PromQuery? ReadQuery(JsonObject trigger) =>
        trigger.At("metadata") is JsonObject metadata && Inputs.Scalar(metadata["query"])?.Trim() is { Length: > 0 } text ? PromQuery.Read(text) : null;

    // Other scalers have queries, too.
    private static bool IsPrometheus(PrometheusTrigger trigger) => trigger.Json.Text("type") switch
    {
        "prometheus" => true,
        var type => trigger.Metadata("query") is not null && (type is null || !KedaScalers.All.Contains(type)),
    };
}
