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
        if (stack.Keda is not { Releases: [], AddOns: [var cluster, ..] } || stack.Keda.Version >= KedaRemoval.Since)
        {
            yield break;
        }

        var minor = AksVersions.MinorOf(cluster.Inputs.Text("kubernetesVersion")) ?? HpaSemantics.DefaultMinor;
        var next = AksVersions.All.First(version => version.Minor > minor && version.Keda >= KedaRemoval.Since);
        foreach (var removal in KedaRemoval.All(stack))
        {
            yield return Found(
                removal.ScaledObject,
                removal.Path,
                $"{removal.ScaledObject.Inputs.Shown(removal.Path)}, which works until Kubernetes {next.Name} brings KEDA {next.Keda}",
                "metricType beside metadata, without metadata.type");
        }
    }
}
