using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Replicas;

/// <summary>What is scaled has no replicas in its own file.</summary>
internal sealed class ReplicasInFile() : Check(new()
{
    Id = "replicas-in-file",
    Severity = Severity.Warning,
    Title = "What is scaled has no replicas in its own file",
    Failure = "every apply, sync or `helm upgrade` sets the replicas back, under full load; the HPA then climbs again",
    Cause = "The HPA writes `spec.replicas` of the same object. Whoever applies the file takes it back.",
    Fix = "Leave `spec.replicas` out. Argo CD, where it has to stay: `ignoreDifferences: [{group: apps, kind: Deployment, jsonPointers: [/spec/replicas]}]` with the sync option `RespectIgnoreDifferences=true`. Flux: leave it out of the manifest, and its server-side apply leaves the field to the HPA.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.Deployment, ResourceTypes.StatefulSet],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from pods in stack.Pods
        where pods.Spec is not null && pods.Owner.Inputs.At("spec.replicas") is not null
        let kind = pods.Owner.Type[(pods.Owner.Type.LastIndexOf(':') + 1)..]
        let scaler = stack.ScalersOf(new ScaledTarget(pods.Namespace, kind, pods.Owner.ObjectName())).FirstOrDefault()
        where scaler is not null
        select Found(pods.Owner, "spec.replicas", $"{pods.Owner.Inputs.Shown("spec.replicas")}, which {scaler.Name} scales", "no replicas");
}
