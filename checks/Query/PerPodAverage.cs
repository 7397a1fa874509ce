using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Queries;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query;

/// <summary>A query under AverageValue is a total, not a value per pod.</summary>
internal sealed class PerPodAverage() : Check(new()
{
    Id = "query-per-pod-average",
    Severity = Severity.Warning,
    Title = "A query under AverageValue is a total, not a value per pod",
    Failure = "replicas that stay near the minimum whatever the load: the value falls with each new pod, and the HPA divides it by their number once more",
    Cause = "With `metricType: AverageValue`, the default, the HPA compares value / replicas with the threshold. An `avg(...)` or a division by `count(...)` has been divided already.",
    Fix = "Take the total, `sum(...)`, and leave the division to the HPA; or set `metricType: Value` for a value that no number of pods changes.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        where trigger.Json.Text("metricType") is null or "" or "AverageValue" && trigger.Query is { Problem: null }
        // A formula has a target of its own.
        where trigger.ScaledObject.Inputs.At("spec.advanced.scalingModifiers.formula") is null
        let average = QueryShape.PerPodAverage(trigger.Metadata("query")!)
        where average is not null
        select Found(trigger.ScaledObject, trigger.MetadataPath("query"), $"{average}, which the HPA divides by the replicas once more", "sum(...) without the division, or metricType: Value");
}
