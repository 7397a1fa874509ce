using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Destroy;

/// <summary>KEDA's custom resources and their namespaces go with the cluster.</summary>
internal sealed class GoesWithCluster() : Check(new()
{
    Id = "goes-with-cluster",
    Severity = Severity.Warning,
    Title = "KEDA's custom resources and their namespaces go with the cluster",
    Failure = "a `pulumi destroy` that waits for finalizers, or for an API server that is gone: `context deadline exceeded`",
    Cause = "With `deletedWith` the objects leave the state when the cluster goes; without it each is deleted by itself, and a namespace that goes before the objects in it hangs in `Terminating`.",
    Fix = "Set `deletedWith` to the cluster, unless the cluster outlives the stack.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var clusters = stack.OfType(ResourceTypes.Cluster).Select(cluster => cluster.Urn).ToHashSet();
        return from resource in stack.Keda.CustomResources.Concat(stack.OfType(ResourceTypes.Namespace)).Concat(stack.Keda.Releases)
               where clusters.Count > 0 && (resource.Options.DeletedWith is not { } with || !clusters.Contains(with))
               select Found(resource, "", "no deletedWith", "deletedWith: the cluster");
    }
}
