using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring;

/// <summary>A rule group is limited to this cluster, by its id among the scopes and its name.</summary>
internal sealed class RuleGroupCluster() : Check(new()
{
    Id = "rule-group-cluster",
    Severity = Severity.Warning,
    Title = "A rule group is limited to this cluster, by its id among the scopes and its name",
    Failure = "recorded series of other clusters, or none at all",
    Cause = "Without the cluster, the rules run over every cluster of the workspace; with a name that no series has, over none. The name is the value of the label `cluster`.",
    Fix = "Put the cluster's id into `scopes`, and its name (or the agent's alias for it) into `clusterName`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var clusters = stack.OfType(ResourceTypes.Cluster).Select(cluster => cluster.Inputs.Text("resourceName"));
        // The query names an alias in the same way.
        var asked = stack.TriggerSelectors.Select(selected => selected.Selector.Pin("cluster")?.Value);
        var names = clusters.Concat(asked).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var group in stack.OfType(ResourceTypes.RuleGroup))
        {
            if (!group.Inputs.Texts("scopes").Any(scope => stack.Referenced(scope, ResourceTypes.Cluster, "id") is not null
                || scope.Contains("/managedClusters/", StringComparison.OrdinalIgnoreCase)))
            {
                yield return Found(group, "scopes", group.Inputs.Shown("scopes"), "the cluster's id, too");
            }

            if (names.Count > 0 && !names.Contains(group.Inputs.Text("clusterName") ?? ""))
            {
                yield return Found(group, "clusterName", group.Inputs.Shown("clusterName"), string.Join(" or ", names));
            }
        }
    }
}
