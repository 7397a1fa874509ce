using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Replicas;

/// <summary>An app that scales to 0 uses a metric that something else exposes.</summary>
internal sealed class ScaleFromZero() : Check(new()
{
    Id = "scale-from-zero",
    Severity = Severity.Error,
    Title = "An app that scales to 0 uses a metric that something else exposes",
    Failure = "the app goes to 0 and never wakes up",
    Cause = "Without pods there are no samples of the pods' own metrics, so that the value stays 0 or the query fails. A ScaledObject without minReplicaCount has the minimum 0.",
    Fix = "Set `minReplicaCount` to 1 or more; or scale on a metric of an ingress, a gateway or a queue.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from sameObject in stack.TriggerSelectors.GroupBy(selected => selected.ScaledObject.Urn)
        let scaledObject = sameObject.First().ScaledObject
        let lowest = scaledObject.Inputs.Number("spec.idleReplicaCount") ?? scaledObject.Inputs.Number("spec.minReplicaCount") ?? 0
        where lowest <= 0
            && scaledObject.Inputs.Objects("spec.triggers").All(trigger => trigger.Text("type") == "prometheus")
            && sameObject.All(selected => selected.IsOwnMetric)
        select Found(
            scaledObject,
            "spec.minReplicaCount",
            $"{scaledObject.Inputs.Shown("spec.minReplicaCount") ?? "nothing, which is 0,"} with {sameObject.First().Selector.Metric}, which only the scaled pods expose",
            "at least 1, or a metric from elsewhere");
}
