using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Collection;

/// <summary>A data collection rule is associated with the cluster, and feeds the workspace that is asked.</summary>
internal sealed class CollectionAssociation() : Check(new()
{
    Id = "data-collection-association",
    Severity = Severity.Error,
    Title = "A data collection rule is associated with the cluster, and feeds the workspace that is asked",
    Failure = "`No configuration present for the AKS resource` in the log of ama-metrics, which restarts every 15 minutes; the query's result is empty",
    Cause = "The agent learns from the association where to send metrics.",
    Fix = "Make a DataCollectionRuleAssociation with the cluster's id as `resourceUri` and the rule's id as `dataCollectionRuleId`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster).Where(cluster => cluster.Inputs.IsTrue("azureMonitorProfile.metrics.enabled")))
        {
            var rules = stack.OfType(ResourceTypes.CollectionAssociation)
                .Where(association => stack.Referenced(association.Inputs.Text("resourceUri"), ResourceTypes.Cluster, "id")?.Urn == cluster.Urn)
                .Select(association => association.Inputs.Text("dataCollectionRuleId"))
                .ToList();
            // A rule from elsewhere may be given by its id.
            if (!rules.Exists(id => Rule(stack, id) is not null || id?.Contains("/dataCollectionRules/", StringComparison.OrdinalIgnoreCase) is true))
            {
                yield return Found(cluster, "", "no association with a data collection rule", "a DataCollectionRuleAssociation");
            }
            else if (rules.ConvertAll(id => Rule(stack, id)) is var known && known.TrueForAll(rule => rule is not null) && Asked(stack).FirstOrDefault(workspace => !known.Exists(rule => Feeds(stack, rule!, workspace))) is { } starved)
            {
                yield return Found(starved, "", "asked by a trigger, but not fed by the cluster", "the destination of the cluster's data collection rule");
            }
        }
    }

    private static GraphResource? Rule(StackView stack, string? id) => stack.Referenced(id, ResourceTypes.CollectionRule, "id");

    private static IEnumerable<GraphResource> Asked(StackView stack) =>
        stack.PrometheusTriggers.Select(trigger => trigger.Workspace(stack)).OfType<GraphResource>();

    private static bool Feeds(StackView stack, GraphResource rule, GraphResource workspace)
    {
        var destinations = CollectionFlow.Destinations(rule)
            .Select(destination => stack.Referenced(destination.Text("accountResourceId"), ResourceTypes.Workspace, "id")?.Urn)
            .ToList();
        // A rule without a destination that is known is another check's finding.
        return destinations.TrueForAll(urn => urn is null) || destinations.Contains(workspace.Urn);
    }
}
