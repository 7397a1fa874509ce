using KedaStack.Checks.Rules;
using KedaStack.Infra.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Versions;

/// <summary>A fallback has a behavior only where KEDA knows behaviors.</summary>
internal sealed class FallbackBehaviorVersion() : Check(new()
{
    Id = "fallback-behavior-version",
    Severity = Severity.Error,
    Title = "A fallback has a behavior only where KEDA knows behaviors",
    Failure = "`.spec.fallback.behavior: field not declared in schema`, or the field is dropped and the fallback is static",
    Cause = "`fallback.behavior` came with KEDA 2.17; the definition of an older ScaledObject does not have it, whatever its value is.",
    Fix = "Set `kedaChartVersion` to a later version, such as 2.20.2; with the add-on, `kubernetesVersion`. Or leave the fallback out.",
    FixInFiles = "Install KEDA 2.17 or later; with the add-on, a Kubernetes that brings it. Or leave the behavior out.",
    About = [ResourceTypes.ScaledObject],
})
{
    private static readonly KedaVersion _first = new(2, 17, 0);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var (version, byReleaseNotes) = (stack.Keda.Version, ByReleaseNotes(stack));
        if (version is null || version >= _first || byReleaseNotes >= _first)
        {
            return [];
        }

        var shown = byReleaseNotes is { } other ? $"KEDA {version}, or {other} by AKS' release notes" : $"KEDA {version}";
        return
            from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
            where scaledObject.Inputs.At("spec.fallback.behavior") is not null
            select Found(
                scaledObject,
                "spec.fallback.behavior",
                $"{scaledObject.Inputs.Shown("spec.fallback.behavior")}, with {shown}",
                "KEDA from 2.17 on, or no fallback");
    }

    // What works by release notes that contradict the table is no error.
    private static KedaVersion? ByReleaseNotes(StackView stack) => stack.Keda is { Releases: [], AddOns: [var cluster, ..] }
        && AksVersions.MinorOf(cluster.Inputs.Text("kubernetesVersion")) is { } minor
            ? AksVersions.Of(minor).KedaByReleaseNotes
            : null;
}
