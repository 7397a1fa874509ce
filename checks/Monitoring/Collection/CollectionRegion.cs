using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Collection;

/// <summary>Data collection and recording rules are in the workspace's region.</summary>
internal sealed class CollectionRegion() : Check(new()
{
    Id = "data-collection-region",
    Severity = Severity.Error,
    Title = "Data collection and recording rules are in the workspace's region",
    Failure = "`InvalidPayload: ... must be in the same region`, or no samples in the workspace",
    Cause = "Rule and endpoint belong to the workspace and not to the cluster.",
    Fix = "Use the workspace's location for `DataCollectionEndpoint`, `DataCollectionRule` and `PrometheusRuleGroup`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private static readonly string[] _types = [ResourceTypes.CollectionEndpoint, ResourceTypes.CollectionRule, ResourceTypes.RuleGroup];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var regions = stack.OfType(ResourceTypes.Workspace).Select(workspace => workspace.Inputs.Text("location")).Distinct().ToList();
        return from resource in stack.Resources
               where _types.Contains(resource.Type) && regions.Count == 1 && resource.Inputs.Text("location") != regions[0]
               select Found(resource, "location", resource.Inputs.Shown("location"), regions[0]!);
    }
}
