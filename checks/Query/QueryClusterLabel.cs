using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>The query's cluster is this cluster.</summary>
internal sealed class QueryClusterLabel() : Check(new()
{
    Id = "query-cluster-label",
    Severity = Severity.Warning,
    Title = "The query's cluster is this cluster",
    Failure = "`prometheus metrics 'prometheus' target may be lost, the result is empty`, or the load of another cluster",
    Cause = "The agent sets the label `cluster` to the last part of the cluster's resource id, unless its settings (the ConfigMap `ama-metrics-settings-configmap`) give an alias, which is not part of the stack.",
    Fix = "Use the cluster's name; with an alias, suppress this check and say so.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var names = stack.OfType(ResourceTypes.Cluster).Select(cluster => cluster.Inputs.Text("resourceName")).OfType<string>().ToList();
        return from selected in stack.TriggerSelectors
               where selected.IsOwnMetric && names.Count > 0
               let pin = selected.Selector.Pin("cluster")
               where pin is not null && !names.Exists(pin.Passes)
               select Found(selected.ScaledObject, selected.Path, $"cluster{pin.Operator}\"{pin.Value}\"", $"cluster=\"{names[0]}\"");
    }
}
