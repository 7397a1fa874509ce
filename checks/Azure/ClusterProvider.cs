using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>Kubernetes objects are made through the stack's own provider.</summary>
internal sealed class ClusterProvider() : Check(new()
{
    Id = "cluster-provider",
    Severity = Severity.Error,
    Title = "Kubernetes objects are made through the stack's own provider",
    Failure = "objects in whatever cluster kubectl happens to point at, or `configured Kubernetes cluster is unreachable`",
    Cause = "The default provider uses the kubeconfig of the machine.",
    Fix = "Pass the provider to each object.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from resource in stack.Objects
        where stack.OfType(ResourceTypes.Cluster).Any() && stack.OfUrn(resource.Provider)?.Type != ResourceTypes.KubernetesProvider
        select Found(resource, "", "the default provider", "the provider of the cluster");
}
