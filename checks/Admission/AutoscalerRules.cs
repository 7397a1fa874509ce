using System.Text.Json.Nodes;
using KedaStack.Checks.Admission.Schemas;
using KedaStack.Resources.Files;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Checks.Admission;

/// <summary>
/// What the API server says of a HorizontalPodAutoscaler that it could decode (pkg/apis/autoscaling/validation/validation.go of
/// Kubernetes 1.37). What is filled in before (pkg/apis/autoscaling/v2/defaults.go) is no fault.
/// </summary>
internal static class AutoscalerRules
{
    private static readonly string[] _types = ["ContainerResource", "External", "Object", "Pods", "Resource"];
    private static readonly string[] _policies = ["Max", "Min", "Disabled"];
    private static readonly string[] _units = ["Pods", "Percent"];

    /// <summary>The reasons to refuse it.</summary>
    /// <param name="hpa">The HPA, of version v1 or v2.</param>
    /// <param name="semantics">The version of Kubernetes.</param>
    public static IReadOnlyList<SchemaFault> Faults(JsonObject hpa, HpaSemantics semantics)
    {
        var isFirst = AutoscalerV1.Is(hpa);
        SchemaFault[] faults =
        [
            .. Reference(hpa, "spec.scaleTargetRef"),
            .. isFirst ? Percentage(hpa) : Enumerable.Range(0, hpa.Objects("spec.metrics").Count).SelectMany(index => Metric(hpa, $"spec.metrics[{index}]")),
            .. isFirst ? [] : Rules(hpa, "spec.behavior.scaleUp").Concat(Rules(hpa, "spec.behavior.scaleDown")),
        ];
        // The numbers are those of the typed HPA, which only one with all of its parts makes.
        return faults.Length > 0 ? faults
            : [.. HpaValidation.Errors(HpaFile.Spec(hpa), semantics).Select(words => new SchemaFault(words[..words.IndexOf(':', StringComparison.Ordinal)], words, "a value that fits", IsUnknown: false))];
    }

    private static IEnumerable<SchemaFault> Reference(JsonObject hpa, string path) =>
        from field in (string[])["kind", "name"]
        where string.IsNullOrEmpty(hpa.Text($"{path}.{field}"))
        select Required($"{path}.{field}", "", field == "kind" ? "the target's kind, such as Deployment" : "the target's name");

    private static IEnumerable<SchemaFault> Percentage(JsonObject hpa)
    {
        if (hpa.Number("spec.targetCPUUtilizationPercentage") is < 1 and var percent)
        {
            yield return new SchemaFault(
                "spec.targetCPUUtilizationPercentage", FormattableString.Invariant($"spec.targetCPUUtilizationPercentage: Invalid value: {percent}: must be greater than 0"), "1 or more", IsUnknown: false);
        }
    }

    private static IEnumerable<SchemaFault> Metric(JsonObject hpa, string path)
    {
        var type = hpa.Text($"{path}.type");
        if (string.IsNullOrEmpty(type))
        {
            yield return Required($"{path}.type", "must specify a metric source type", $"one of {string.Join(", ", _types)}");
            yield break;
        }

        if (!_types.Contains(type))
        {
            yield return NotSupported($"{path}.type", type, _types);
            yield break;
        }

        var field = char.ToLowerInvariant(type[0]) + type[1..];
        if (hpa.At($"{path}.{field}") is not JsonObject)
        {
            yield return Required($"{path}.{field}", "must populate information for the given metric source", $"the metric, under {field}");
        }

        foreach (var other in _types.Select(one => char.ToLowerInvariant(one[0]) + one[1..]).Where(one => one != field && hpa.At($"{path}.{one}") is JsonObject))
        {
            yield return Forbidden($"{path}.{other}", "must populate the given metric source only", $"only {field} beside type {type}");
        }

        foreach (var fault in hpa.At($"{path}.{field}") is JsonObject ? Source(hpa, $"{path}.{field}", field) : [])
        {
            yield return fault;
        }
    }

    private static IEnumerable<SchemaFault> Source(JsonObject hpa, string path, string field)
    {
        var isResource = field is "resource" or "containerResource";
        var (name, what) = isResource ? ($"{path}.name", "must specify a resource name") : ($"{path}.metric.name", "must specify a metric name");
        if (string.IsNullOrEmpty(hpa.Text(name)))
        {
            yield return Required(name, what, "the metric's name");
        }

        if (field == "containerResource" && string.IsNullOrEmpty(hpa.Text($"{path}.container")))
        {
            yield return Required($"{path}.container", "must specify a container", "the container's name");
        }

        foreach (var fault in field == "object" ? Reference(hpa, $"{path}.describedObject") : [])
        {
            yield return fault;
        }

        var target = $"{path}.target";
        var type = hpa.Text($"{target}.type");
        if (string.IsNullOrEmpty(type))
        {
            yield return Required($"{target}.type", "must specify a metric target type", isResource ? "Utilization or AverageValue" : "AverageValue or Value");
        }
        else if (!Enum.GetNames<MetricTargetType>().Contains(type))
        {
            yield return Invalid($"{target}.type", type, "must be either Utilization, Value, or AverageValue", isResource ? "Utilization or AverageValue" : "AverageValue or Value");
        }

        bool Has(string value) => hpa.At($"{target}.{value}") is not null;
        if (isResource && !Has("averageUtilization") && !Has("averageValue"))
        {
            yield return Required($"{target}.averageUtilization", "must set either a target raw value or a target utilization", "averageUtilization or averageValue");
        }
        else if (isResource && Has("averageUtilization") && Has("averageValue"))
        {
            yield return Forbidden($"{target}.averageValue", "may not set both a target raw value and a target utilization", "one of the two");
        }
        else if (field == "external" && !Has("value") && !Has("averageValue"))
        {
            yield return Required($"{target}.averageValue", "must set either a target value for metric or a per-pod target", "averageValue or value");
        }
        else if (field == "external" && Has("value") && Has("averageValue"))
        {
            yield return Forbidden($"{target}.value", "may not set both a target value for metric and a per-pod target", "one of the two");
        }
        else if (field == "object" && !Has("value") && !Has("averageValue"))
        {
            yield return Required($"{target}.averageValue", "must set either a target value or averageValue", "averageValue or value");
        }
        else if (field == "pods" && !Has("averageValue"))
        {
            yield return Required($"{target}.averageValue", "must specify a positive target averageValue", "averageValue");
        }
    }

    private static IEnumerable<SchemaFault> Rules(JsonObject hpa, string path)
    {
        if (hpa.Text($"{path}.selectPolicy") is { } select && !_policies.Contains(select))
        {
            yield return NotSupported($"{path}.selectPolicy", select, _policies);
        }

        if (hpa.At($"{path}.policies") is JsonArray { Count: 0 })
        {
            yield return Required($"{path}.policies", "must specify at least one Policy", "a policy, or no policies for the defaults");
        }

        for (var i = 0; i < hpa.Objects($"{path}.policies").Count; i++)
        {
            var type = hpa.Text($"{path}.policies[{i}].type") ?? "";
            if (!_units.Contains(type))
            {
                yield return NotSupported($"{path}.policies[{i}].type", type, _units);
            }
        }
    }

    private static SchemaFault Required(string path, string what, string expected) =>
        new(path, what.Length == 0 ? $"{path}: Required value" : $"{path}: Required value: {what}", expected, IsUnknown: false);

    private static SchemaFault Forbidden(string path, string what, string expected) => new(path, $"{path}: Forbidden: {what}", expected, IsUnknown: false);

    private static SchemaFault Invalid(string path, string value, string what, string expected) => new(path, $"{path}: Invalid value: \"{value}\": {what}", expected, IsUnknown: false);

    private static SchemaFault NotSupported(string path, string value, string[] words) => new(
        path,
        $"{path}: Unsupported value: \"{value}\": supported values: {string.Join(", ", words.Order(StringComparer.Ordinal).Select(word => $"\"{word}\""))}",
        $"one of {string.Join(", ", words)}",
        IsUnknown: false);
}
