using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;

namespace KedaStack.Resources.Views;

/// <summary>A trigger of a ScaledObject that asks Prometheus.</summary>
internal sealed record PrometheusTrigger : KedaTrigger
{
    private readonly Lazy<PromQuery?> _query;

    /// <summary>The same trigger with what Prometheus' have.</summary>
    public PrometheusTrigger(KedaTrigger trigger) : base(trigger) => _query = new(() => ReadQuery(Json));

    /// <summary>The query; null when there is none.</summary>
    public PromQuery? Query => _query.Value;

    /// <summary>The Azure Monitor workspace whose endpoint it asks; null when it is not one of the stack's.</summary>
    public GraphResource? Workspace(StackView stack) =>
        stack.Referenced(Metadata("serverAddress")?.TrimEnd('/'), ResourceTypes.Workspace, "metrics.prometheusQueryEndpoint");

    private static PromQuery? ReadQuery(JsonObject trigger) =>
        trigger.At("metadata") is JsonObject metadata && Inputs.Scalar(metadata["query"])?.Trim() is { Length: > 0 } text ? PromQuery.Read(text) : null;
}
