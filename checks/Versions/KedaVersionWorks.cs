using KedaStack.Checks.Rules;
using KedaStack.Infra.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda;

namespace KedaStack.Checks.Versions;

/// <summary>The version of KEDA knows what the stack asks of it.</summary>
internal sealed class KedaVersionWorks() : Check(new()
{
    Id = "keda-version",
    Severity = Severity.Error,
    Title = "The version of KEDA knows what the stack asks of it",
    Failure = "before 2.10 `prometheus query api returned error. status: 401` for ever; `fallback.behavior` before 2.17 is `field not declared in schema`, or is dropped",
    Cause = "Workload identity for an Azure Monitor workspace came with KEDA 2.10, and `fallback.behavior` with 2.17.",
    Fix = "Set `kedaChartVersion` to a version that knows it, such as 2.20.2; the add-on's version comes with `kubernetesVersion`. Or leave the fallback out.",
})
{
    private static readonly KedaVersion _managedPrometheusSince = new(2, 10, 0);
    private static readonly KedaVersion _fallbackBehaviorSince = new(2, 17, 0);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        if (stack.Keda.Releases is [var release, ..] && stack.Keda.Version is { } version && version < _managedPrometheusSince)
        {
            yield return Found(
                release, "version", release.Inputs.Shown("version"), "a version from 2.10 on, the first one that can ask an Azure Monitor workspace");
        }

        if (Newest(stack) is not { } newest || newest >= _fallbackBehaviorSince)
        {
            yield break;
        }

        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject).Where(one => one.Inputs.At("spec.fallback.behavior") is not null))
        {
            yield return Found(
                scaledObject,
                "spec.fallback.behavior",
                $"{scaledObject.Inputs.Shown("spec.fallback.behavior")}, with KEDA {newest}",
                "KEDA from 2.17 on, the first one with behaviors of the fallback");
        }
    }

    // Where release notes contradict the table, what works by either is no error.
    private static KedaVersion? Newest(StackView stack) => stack.Keda is { Releases: [], AddOns: [var cluster, ..] }
        && AksVersions.MinorOf(cluster.Inputs.Text("kubernetesVersion")) is { } minor
            ? AksVersions.Of(minor).NewestKeda
            : stack.Keda.Version;
}
