using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Resources.Views;

/// <summary>A trigger of a ScaledObject, of whatever type.</summary>
/// <param name="ScaledObject">The ScaledObject.</param>
/// <param name="Index">Its place among the triggers.</param>
/// <param name="Json">The trigger.</param>
internal record KedaTrigger(GraphResource ScaledObject, int Index, JsonObject Json)
{
    /// <summary>Its type; null for none.</summary>
    public string? Type => Json.Text("type");

    /// <summary>The path of the trigger.</summary>
    public string Path => $"spec.triggers[{Index}]";

    /// <summary>The path of a value of its metadata.</summary>
    public string MetadataPath(string key) => $"{Path}.metadata.{key}";

    /// <summary>A value of its metadata; KEDA takes an empty one for missing.</summary>
    public string? Metadata(string key) => Json.At("metadata") is JsonObject metadata && metadata[key] is { } value
        && Inputs.Scalar(value)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The TriggerAuthentication that it names; null when it names none or there is none.</summary>
    public GraphResource? Authentication(StackView stack)
    {
        var name = Json.Text("authenticationRef.name");
        return Json.Text("authenticationRef.kind") == "ClusterTriggerAuthentication"
            ? stack.Find(ResourceTypes.ClusterTriggerAuthentication, "", name)
            : stack.Find(ResourceTypes.TriggerAuthentication, ScaledObject.Namespace(), name);
    }

    /// <summary>The triggers of a ScaledObject; those that ask Prometheus are a <see cref="PrometheusTrigger"/>.</summary>
    public static IEnumerable<KedaTrigger> Of(GraphResource scaledObject) =>
        from trigger in scaledObject.Inputs.Objects("spec.triggers").Select((json, index) => new KedaTrigger(scaledObject, index, json))
        select trigger.AsksPrometheus ? new PrometheusTrigger(trigger) : trigger;

    // By what it carries, whatever its type says; other scalers have queries, too.
    private bool AsksPrometheus => Type switch
    {
        "prometheus" => true,
        var type => Metadata("query") is not null && (type is null || !Scaler.ByType.ContainsKey(type)),
    };
}
