using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Versions;

/// <summary>A cluster whose patches AKS installs asks for a minor version of Kubernetes and not for a patch.</summary>
internal sealed class KubernetesPatchVersion() : Check(new()
{
    Id = "kubernetes-patch-version",
    Severity = Severity.Warning,
    Title = "A cluster whose patches AKS installs asks for a minor version of Kubernetes and not for a patch",
    Failure = "nothing at first; after the next automatic patch an update of the cluster for another reason asks for the older patch, and Azure answers that a downgrade is not supported",
    Cause = "The version is ignored once the cluster is there, so that Pulumi sends the one it knows: the patch of the creation, until `pulumi refresh` reads the present one.",
    Fix = "Write 1.N, which stands for whatever patch the cluster has; and run `pulumi refresh` after `az aks upgrade` (docs/changes.md).",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from cluster in stack.OfType(ResourceTypes.Cluster)
        let version = cluster.Inputs.Text("kubernetesVersion")
        where version?.Split('.').Length > 2
            && cluster.Inputs.Text("autoUpgradeProfile.upgradeChannel") is not (null or "none" or "node-image")
        select Found(cluster, "kubernetesVersion", version, version[..version.LastIndexOf('.')]);
}
