using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Checks.Versions;

/// <summary>No trigger has a field that the installed KEDA has removed.</summary>
internal sealed class KedaRemovedField() : Check(new()
{
    Id = "keda-removed-field",
    Severity = Severity.Error,
    Title = "No trigger has a field that the installed KEDA has removed",
    Failure = "`The 'type' setting is DEPRECATED and is removed in v2.18 - Use 'metricType' instead.` or such words of another scaler, and nothing is scaled; a few are ignored, and their defaults hold",
    Cause = "The metric type of cpu and memory triggers moved from `metadata.type` to `metricType`, and KEDA 2.18 no longer reads the old place. Other scalers lost parameters in the same way: "
        + string.Join(", ", RemovedParameter.All.Where(one => one.Types[0] != "cpu").Select(one => $"{one.Types[0]}{(one.Key is null ? "" : $" `{one.Key}`")} in {one.Since.Major}.{one.Since.Minor}")) + ".",
    Fix = "Move `metadata.type` up to `metricType` beside `metadata`, which KEDA reads since 2.7; of other scalers write what the finding expects.",
    About = [ResourceTypes.ScaledObject, ResourceTypes.ScaledJob],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from removal in KedaRemoval.All(stack)
        where stack.Keda.Version >= removal.Parameter.Since
        select Found(removal.Owner, removal.Path, $"{removal.Shown}, with KEDA {stack.Keda.Version}", removal.Parameter.Instead);
}
