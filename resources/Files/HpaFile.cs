using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Resources.Files;

/// <summary>Reads a recorded HPA with External metrics.</summary>
internal static class HpaFile
{
    private const string Right = "record an HPA that scales on an External metric, as KEDA's prometheus trigger makes them";

    // pkg/apis/autoscaling/v2/defaults.go
    private const int DefaultMinReplicas = 1;

    /// <summary>Reads <c>--hpa</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static RecordedHpa? Read(string path, ICollection<SettingsProblem> problems)
    {
        var before = problems.Count;
        if (KubernetesFile.Read(path, ObjectKind.Hpa, problems) is not { } root)
        {
            return null;
        }

        var status = root.Map("status");
        var others = new List<OtherMetric>();
        var spec = Spec(root, status, others);
        if (!status.Exists)
        {
            root.Required<object>("status", null, $"record the HPA of a cluster: {ObjectKind.Hpa.Command}");
        }

        var recorded = new RecordedHpa
        {
            Spec = spec,
            CurrentReplicas = status.Integer("currentReplicas", 0) ?? 0,
            DesiredReplicas = (status.Exists
                ? status.Required("desiredReplicas", status.Integer("desiredReplicas", 0), "record the HPA after its first sync")
                : null) ?? 0,
            ReportedMilli = Reported(spec, status),
            Others = others,
            Conditions = [.. (status.List("conditions") ?? []).Select(Condition)],
        };
        if (problems.Count == before)
        {
            foreach (var error in HpaValidation.Errors(spec, HpaSemantics.Newest))
            {
                problems.Add(SettingsProblem.Create(path, "is no HPA that the API server takes", error, "correct the field"));
            }
        }

        return problems.Count == before ? recorded : null;
    }

    private static HorizontalPodAutoscalerSpec Spec(ObjectFields root, ObjectFields status, List<OtherMetric> others)
    {
        var (metadata, spec) = (root.Map("metadata"), root.Map("spec"));
        var metrics = spec.Required("metrics", spec.List("metrics"), Right) ?? [];
        var external = new List<ExternalMetricSource>();
        foreach (var metric in metrics)
        {
            var type = metric.Required("type", metric.Text("type"), "write External");
            if (type is null or "External")
            {
                external.Add(Metric(metric));
            }
            else if (OtherMetricFields.Types.Contains(type))
            {
                others.Add(OtherMetricFields.Read(metric, type, status));
            }
            else
            {
                metric.Refuse("type", "is unknown", Quoted.Text(type), $"write External, {string.Join(", ", OtherMetricFields.Types)}");
            }
        }

        if (spec.List("metrics") is { } given && external.Count == 0)
        {
            spec.Refuse(
                "metrics", given.Count == 0 ? "is empty" : "has no External metric",
                given.Count == 0 ? "no metric" : string.Join(", ", others.Select(other => other.Type)), Right);
        }

        return new HorizontalPodAutoscalerSpec
        {
            Name = metadata.Text("name") ?? "",
            Namespace = metadata.Text("namespace") ?? "",
            MinReplicas = spec.Integer("minReplicas") ?? DefaultMinReplicas,
            MaxReplicas = spec.Required("maxReplicas", spec.Integer("maxReplicas"), "write the maximum replica count") ?? 0,
            Metrics = external,
            Behavior = BehaviorFields.Read(spec.Map("behavior")),
        };
    }

    private static ExternalMetricSource Metric(ObjectFields metric)
    {
        var external = metric.Map("external");
        var (source, target) = (external.Map("metric"), external.Map("target"));
        var targetType = target.Required(
            "type", TargetType(target), "write AverageValue or Value") ?? default;
        var field = targetType == MetricTargetType.Value ? "value" : "averageValue";
        return new ExternalMetricSource
        {
            Name = source.Required("name", source.Text("name"), "write the metric's name, such as s0-prometheus") ?? "",
            TargetType = targetType,
            Target = target.Required(field, target.Quantity(field), "write the target, such as 10") ?? default,
            MatchLabels = [.. source.Map("selector").Texts("matchLabels")],
        };
    }

    private static MetricTargetType? TargetType(ObjectFields target)
    {
        if (target.Text("type") is nameof(MetricTargetType.Utilization))
        {
            target.Refuse("type", "is unknown", "\"Utilization\"", "write AverageValue or Value");
            return null;
        }

        return target.Word<MetricTargetType>("type", "AverageValue or Value");
    }

    private static List<long?> Reported(HorizontalPodAutoscalerSpec spec, ObjectFields status)
    {
        var current = (status.List("currentMetrics") ?? [])
            .Where(metric => metric.Text("type") == "External")
            .Select(metric => metric.Map("external"))
            .ToList();
        return [.. spec.Metrics.Select(source => current.Find(metric => metric.Map("metric").Text("name") == source.Name)
            ?.Map("current").Quantity(source.TargetType == MetricTargetType.Value ? "value" : "averageValue")?.Milli)];
    }

    private static RecordedCondition Condition(ObjectFields condition) => new(
        condition.Text("type") ?? "", condition.Text("status") ?? "", condition.Text("reason") ?? "", condition.Text("message") ?? "");
}
