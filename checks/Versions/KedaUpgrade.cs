using KedaStack.Checks.Rules;
using KedaStack.Infra.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Hpa.Semantics;

namespace KedaStack.Checks.Versions;

/// <summary>No upgrade of AKS takes the KEDA add-on past a version that removed a field in use.</summary>
internal sealed class KedaUpgrade() : Check(new()
{
    Id = "keda-upgrade",
    Severity = Severity.Warning,
    Title = "No upgrade of AKS takes the KEDA add-on past a version that removed a field in use",
    Failure = "nothing until `az aks upgrade`; then `The 'type' setting is DEPRECATED and is removed in v2.18 - Use 'metricType' instead.`, and nothing is scaled",
    Cause = "AKS binds the version of the add-on to its own (docs/versions.md): from 1.35 to 1.36 it goes past KEDA 2.18, which no longer reads `metadata.type` of cpu and memory triggers.",
    Fix = "Move `metadata.type` up to `metricType` beside `metadata`, which the present version reads as well, before the cluster is upgraded.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        if (stack.Keda is not { Releases: [], AddOns: [var cluster, ..] })
        {
            yield break;
        }

        var minor = AksVersions.MinorOf(cluster.Inputs.Text("kubernetesVersion")) ?? HpaSemantics.DefaultMinor;
        foreach (var removal in KedaRemoval.All(stack).Where(one => stack.Keda.Version < one.Parameter.Since))
        {
            if (AksVersions.All.FirstOrDefault(version => version.Minor > minor && version.Keda >= removal.Parameter.Since) is { } next)
            {
                yield return Found(
                    removal.Owner,
                    removal.Path,
                    $"{removal.Shown}, which works until Kubernetes {next.Name} brings KEDA {next.Keda}",
                    removal.Parameter.Instead);
            }
        }
    }
}
