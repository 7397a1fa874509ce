using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>A trigger with a query is of type prometheus, and its metric type is AverageValue or Value.</summary>
internal sealed class TriggerType() : Check(new()
{
    Id = "trigger-type",
    Severity = Severity.Error,
    Title = "A trigger with a query is of type prometheus, and its metric type is AverageValue or Value",
    Failure = "`no scaler found for type: ...`, or `'Utilization' metric type is unsupported for external metrics, allowed values are 'Value' or 'AverageValue'`; for another word the API server refuses the HPA: `spec.metrics[0].external.target.type: Invalid value: \"value\": must be either Utilization, Value, or AverageValue`",
    Cause = "KEDA knows its scalers by exact names.",
    Fix = "Write `type: prometheus`, and leave `metricType` out for a target per replica.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var trigger in stack.PrometheusTriggers)
        {
            if (trigger.Json.Text("type") != "prometheus")
            {
                yield return Found(trigger.ScaledObject, $"{trigger.Path}.type", trigger.Json.Shown("type"), "prometheus");
            }

            if (trigger.Json.Text("metricType") is not (null or "" or "AverageValue" or "Value"))
            {
                yield return Found(trigger.ScaledObject, $"{trigger.Path}.metricType", trigger.Json.Shown("metricType"), "AverageValue or Value");
            }
        }
    }
}
