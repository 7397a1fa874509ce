using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Triggers.Cron;

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
        from trigger in stack.Triggers
        where trigger.Type == CronTrigger.TypeName && trigger.Json.Text("metricType") == "Value"
        select Found(trigger.ScaledObject, $"{trigger.Path}.metricType", "Value", "AverageValue, which is the default");
}
