using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Infra.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Versions;

/// <summary>AKS supports the version of Kubernetes.</summary>
internal sealed class KubernetesSupport() : Check(new()
{
    Id = "kubernetes-support",
    Severity = Severity.Warning,
    Title = "AKS supports the version of Kubernetes",
    Failure = "`K8sVersionNotSupported` for a new cluster; an old one gets no fixes and is upgraded by Azure in the end",
    Cause = "AKS supports a minor version for about a year, and for another one with the tier Premium and its plan for long-term support (docs/versions.md has the months).",
    Fix = "Set `kubernetesVersion` to a supported version, or leave it empty for AKS' default; an existing cluster is upgraded with `az aks upgrade`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster))
        {
            if (AksVersions.MinorOf(cluster.Inputs.Text("kubernetesVersion")) is not { } minor)
            {
                continue;
            }

            var isLongTerm = cluster.Inputs.Text("sku.tier") == "Premium";
            var supported = AksVersions.All.Where(version => version.IsSupported(isLongTerm)).ToList();
            if (minor < supported[0].Minor)
            {
                yield return Found(
                    cluster,
                    "kubernetesVersion",
                    $"{cluster.Inputs.Shown("kubernetesVersion")}, out of support by the table of {AksVersions.Read.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}",
                    $"a version from {supported[0].Name} on");
            }
        }
    }
}
