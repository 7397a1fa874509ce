using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>An object's apiVersion and kind are those of its type.</summary>
internal sealed class ObjectKind() : Check(new()
{
    Id = "object-kind",
    Severity = Severity.Error,
    Title = "An object's apiVersion and kind are those of its type",
    Failure = "`no matches for kind \"...\" in version \"...\"`, or an object whose kind is not the one that Pulumi assumes",
    Cause = "The type decides how Pulumi waits and replaces, the two inputs what the API server creates.",
    Fix = "Leave both to the SDK; for a custom resource pass them to the base class only.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var resource in stack.Objects.Where(resource => resource.Type != ResourceTypes.HelmRelease))
        {
            var parts = resource.Type.Split(':');
            var version = parts[1].StartsWith("core/", StringComparison.Ordinal) ? parts[1]["core/".Length..] : parts[1];
            // Of another group altogether, a monitor is another check's finding.
            if (resource.Inputs.Scalar("apiVersion") is { } found && found != version && !found.Contains("monitoring.coreos.com/", StringComparison.Ordinal))
            {
                yield return Found(resource, "apiVersion", found, version);
            }

            if (resource.Inputs.Scalar("kind") is { } kind && kind != parts[2])
            {
                yield return Found(resource, "kind", kind, parts[2]);
            }
        }
    }
}
