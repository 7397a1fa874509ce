using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Collection;

/// <summary>The data collection rule names a data collection endpoint.</summary>
internal sealed class CollectionEndpoint() : Check(new()
{
    Id = "data-collection-endpoint",
    Severity = Severity.Error,
    Title = "The data collection rule names a data collection endpoint",
    Failure = "`InvalidPayload: Data collection endpoint is required`, or no samples in the workspace",
    Cause = "The agent sends metrics to the endpoint that the rule names.",
    Fix = "Set `dataCollectionEndpointId` to the id of the endpoint.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from rule in stack.OfType(ResourceTypes.CollectionRule)
        let id = rule.Inputs.Text("dataCollectionEndpointId")
        where stack.Referenced(id, ResourceTypes.CollectionEndpoint, "id") is null
            && id?.Contains("/dataCollectionEndpoints/", StringComparison.OrdinalIgnoreCase) is not true
        select Found(rule, "dataCollectionEndpointId", id, "the id of a data collection endpoint");
}
