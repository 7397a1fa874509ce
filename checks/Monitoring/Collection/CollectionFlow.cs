using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Collection;

/// <summary>The data collection rule forwards Prometheus metrics to a workspace.</summary>
internal sealed class CollectionFlow() : Check(new()
{
    Id = "data-collection-flow",
    Severity = Severity.Error,
    Title = "The data collection rule forwards Prometheus metrics to a workspace",
    Failure = "`InvalidDestination` or `InvalidStream` when the rule is made, or no samples in the workspace",
    Cause = "Source, flow and destination hang together by names: the stream `Microsoft-PrometheusMetrics`, and the destination's own name.",
    Fix = "Source `prometheusForwarder` with that stream, a flow of it to the name of a destination, and the workspace's id in the destination.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Stream = "Microsoft-PrometheusMetrics";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var rule in stack.OfType(ResourceTypes.CollectionRule))
        {
            var inputs = rule.Inputs;
            if (!inputs.Objects("dataSources.prometheusForwarder").Any(source => source.Texts("streams").Contains(Stream) && source.Text("name") is { Length: > 0 }))
            {
                yield return Found(rule, "dataSources.prometheusForwarder", inputs.Shown("dataSources.prometheusForwarder"), $"a source of {Stream}");
            }

            if (Destinations(rule).FirstOrDefault() is not { } destination)
            {
                yield return Found(rule, "dataFlows", inputs.Shown("dataFlows"), $"a flow of {Stream} to the name of a destination");
            }
            else if (stack.Referenced(destination.Text("accountResourceId"), ResourceTypes.Workspace, "id") is null
                && destination.Text("accountResourceId")?.Contains("/providers/Microsoft.Monitor/accounts/", StringComparison.OrdinalIgnoreCase) is not true)
            {
                yield return Found(rule, "destinations.monitoringAccounts", destination.Shown("accountResourceId"), "the id of a workspace");
            }
        }
    }

    /// <summary>The workspaces that Prometheus metrics flow to.</summary>
    public static IEnumerable<JsonObject> Destinations(GraphResource rule) =>
        from flow in rule.Inputs.Objects("dataFlows")
        where flow.Texts("streams").Contains(Stream)
        from name in flow.Texts("destinations")
        from destination in rule.Inputs.Objects("destinations.monitoringAccounts")
        where destination.Text("name") == name
        select destination;
}
