using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Destroy;

/// <summary>KEDA's custom resources depend on KEDA's release.</summary>
internal sealed class KedaGoesLast() : Check(new()
{
    Id = "keda-goes-last",
    Severity = Severity.Error,
    Title = "KEDA's custom resources depend on KEDA's release",
    Failure = "a namespace stuck in `Terminating`, with `finalizer.keda.sh` on the ScaledObject; in the first deployment `no matches for kind \"ScaledObject\"`",
    Cause = "Pulumi destroys what depends on something before it. Only a running operator removes the finalizers.",
    Fix = "Let TriggerAuthentication and ScaledObject depend on the release.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from resource in stack.Keda.CustomResources
        from release in stack.Keda.Releases
        where !stack.Dependencies.Needs(resource, release)
        select Found(resource, "", $"no dependency on {release.Name}", $"DependsOn {release.Name}");
}
