using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>A cron trigger has the metric type AverageValue.</summary>
internal sealed class CronMetricType() : Check(new()
{
    Id = "cron-value-metric-type",
    Severity = Severity.Error,
    Title = "A cron trigger has the metric type AverageValue",
    Failure = "the app goes to maxReplicaCount in the window and stays there",
    Cause = "With `metricType: Value` the HPA multiplies: desiredReplicas times the replicas there are.",
    Fix = "Leave `metricType` out.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        from trigger in scaledObject.Inputs.Objects("spec.triggers").Select((json, index) => (json, index))
        where trigger.json.Text("type") == "cron" && trigger.json.Text("metricType") == "Value"
        select Found(scaledObject, $"spec.triggers[{trigger.index}].metricType", "Value", "AverageValue, which is the default");
}
