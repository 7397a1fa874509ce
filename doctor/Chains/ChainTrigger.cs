using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Chains;

/// <summary>A trigger of a ScaledObject, as the cluster holds it.</summary>
/// <param name="Place">Its place among the triggers, from 0.</param>
/// <param name="Type">Its type.</param>
/// <param name="MetricType">Its metric type; null for the default.</param>
/// <param name="Metadata">Its metadata.</param>
/// <param name="Authentication">The kind and the name of the authentication that it refers to; null for none.</param>
internal sealed record ChainTrigger(int Place, string Type, string? MetricType, ImmutableDictionary<string, string> Metadata, (string Kind, string Name)? Authentication)
{
    /// <summary>Whether it asks Prometheus.</summary>
    public bool IsPrometheus => Type == "prometheus";

    /// <summary>Whether the HPA reads its metric from the pods, without KEDA.</summary>
    public bool IsOfPods => Type is "cpu" or "memory";

    /// <summary>The address that it asks; empty where none is written.</summary>
    public string ServerAddress => Metadata.GetValueOrDefault("serverAddress", "");

    /// <summary>The address as a report shows it: users and passwords may stand in it.</summary>
    public string ShownAddress => ServerAddress.Length == 0 ? "an address that is not written" : ServerAddress.Contains('@', StringComparison.Ordinal) ? "an address with a user" : VisibleText.Of(ServerAddress);

    /// <summary>Whether that is an Azure Monitor workspace, which asks for a token.</summary>
    public bool IsManaged => Uri.TryCreate(ServerAddress, UriKind.Absolute, out var uri) && uri.Host.Contains(".prometheus.monitor.azure.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Its query; empty where none is written.</summary>
    public string Query => Metadata.GetValueOrDefault("query", "");

    /// <summary>The triggers of a ScaledObject.</summary>
    public static IReadOnlyList<ChainTrigger> Of(JsonNode? scaledObject) =>
    [
        .. scaledObject.Objects("spec.triggers").Select((json, place) => new ChainTrigger(
            place, json.Text("type") ?? "", json.Text("metricType"), json.Map("metadata"),
            json.Text("authenticationRef.name") is { } name ? (json.Text("authenticationRef.kind") ?? "TriggerAuthentication", name) : null)),
    ];
}
