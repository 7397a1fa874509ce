using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Versions;

/// <summary>No trigger has a field that the installed KEDA has removed.</summary>
internal sealed class KedaRemovedField() : Check(new()
{
    Id = "keda-removed-field",
    Severity = Severity.Error,
    Title = "No trigger has a field that the installed KEDA has removed",
    Failure = "`The 'type' setting is DEPRECATED and is removed in v2.18 - Use 'metricType' instead.`, and nothing is scaled",
    Cause = "The metric type of cpu and memory triggers moved from `metadata.type` to `metricType`, and KEDA 2.18 no longer reads the old place.",
    Fix = "Move `metadata.type` up to `metricType` beside `metadata`; KEDA reads it there since 2.7.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from removal in KedaRemoval.All(stack)
        where stack.Keda.Version >= KedaRemoval.Since
        select Found(
            removal.ScaledObject,
            removal.Path,
            $"{removal.ScaledObject.Inputs.Shown(removal.Path)}, with KEDA {stack.Keda.Version}",
            "metricType beside metadata, without metadata.type");
}
