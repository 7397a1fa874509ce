using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Checks.Scaling;

/// <summary>An Object metric of an HPA sets the field that its target's type names (horizontal.go, computeStatusForObjectMetric).</summary>
internal sealed class MetricTarget() : Check(new()
{
    Id = "metric-target",
    Severity = Severity.Error,
    Title = "An Object metric of an HPA sets the field that its target's type names",
    Failure = $"`the HPA was unable to compute the replica count: {ObjectMetricSource.NoTarget}`, with the reason FailedGetObjectMetric; a kube-controller-manager of 1.28 or earlier may crash again and again instead",
    Cause = "The API server wants value or averageValue and does not compare them with `target.type`, by which the controller chooses the field. Of the other types of metrics, the field that is set decides.",
    Fix = "Write `value` beside the type `Value`, and `averageValue` beside `AverageValue`.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.Autoscaler],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from hpa in stack.OfType(ResourceTypes.Autoscaler)
        from metric in hpa.Inputs.Objects("spec.metrics").Select((json, index) => (Target: json.At("object.target"), Type: json.Text("type"), Path: $"spec.metrics[{index}].object.target"))
        where metric.Type == "Object"
        let type = metric.Target.Text("type")
        let there = Fields(metric.Target)
        where there.Count > 0 && !there.Contains(FieldOf(type) ?? "")
        select Found(
            hpa,
            $"{metric.Path}.type",
            $"{type} beside {string.Join(" and ", there)}",
            FieldOf(type) is { } field ? $"{field} beside {type}, or the type {TypeOf(there[0])}" : $"the type {TypeOf(there[0])}");

    private static List<string> Fields(JsonNode? target) => [.. ((string[])["averageValue", "value"]).Where(field => target.At(field) is not null)];

    private static string? FieldOf(string? type) => type switch
    {
        nameof(MetricTargetType.Value) => "value",
        nameof(MetricTargetType.AverageValue) => "averageValue",
        _ => null,
    };

    private static string TypeOf(string field) => field == "value" ? nameof(MetricTargetType.Value) : nameof(MetricTargetType.AverageValue);
}
