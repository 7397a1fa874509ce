using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Collection;

/// <summary>Data collection rule and endpoint are of kind Linux.</summary>
internal sealed class CollectionKind() : Check(new()
{
    Id = "data-collection-kind",
    Severity = Severity.Error,
    Title = "Data collection rule and endpoint are of kind Linux",
    Failure = "a rule that the portal does not list for the cluster, and `No configuration present for the AKS resource` in the log of ama-metrics",
    Cause = "Microsoft's templates set the kind on both; nothing says what holds without it.",
    Fix = "Set `kind` to `Linux`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from resource in stack.OfType(ResourceTypes.CollectionRule).Concat(stack.OfType(ResourceTypes.CollectionEndpoint))
        where resource.Inputs.Text("kind") != "Linux"
        select Found(resource, "kind", resource.Inputs.Shown("kind"), "Linux");
}
