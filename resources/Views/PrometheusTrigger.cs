using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Resources.Views;

/// <summary>A trigger of a ScaledObject that asks Prometheus.</summary>
internal sealed record PrometheusTrigger : KedaTrigger
{
    private const string ScopeHeader = PrometheusClientOptions.ResourceScopeHeader;

    private readonly Lazy<PromQuery?> _query;

    /// <summary>The same trigger with what Prometheus' have.</summary>
    public PrometheusTrigger(KedaTrigger trigger) : base(trigger) => _query = new(() => ReadQuery(Json));

    /// <summary>The query; null when there is none.</summary>
    public PromQuery? Query => _query.Value;

    /// <summary>The id of the one resource of Azure whose series its query is scoped to; null where there is no such header.</summary>
    public string? QueryScope => Metadata("customHeaders")?.Split(',').Select(header => header.Split('=', 2))
        .FirstOrDefault(pair => pair.Length == 2 && string.Equals(pair[0].Trim(), ScopeHeader, StringComparison.OrdinalIgnoreCase))?[1].Trim();

    /// <summary>The Azure Monitor workspace whose endpoint it asks; null when it is not one of the stack's.</summary>
    public GraphResource? Workspace(StackView stack) =>
        stack.Referenced(Metadata("serverAddress")?.TrimEnd('/'), ResourceTypes.Workspace, "metrics.prometheusQueryEndpoint");

    private static PromQuery? ReadQuery(JsonObject trigger) =>
        trigger.At("metadata") is JsonObject metadata && Inputs.Scalar(metadata["query"])?.Trim() is { Length: > 0 } text ? PromQuery.Read(text) : null;
}
