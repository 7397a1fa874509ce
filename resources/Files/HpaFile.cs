using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files.Given;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Files;

/// <summary>Reads a recorded HPA.</summary>
internal static class HpaFile
{
    private const string DefaultMetric =
        "The HPA names no metric: the API server makes that cpu at 80 % of what the pods request.";

    // pkg/apis/autoscaling/v2/defaults.go
    private const int DefaultMinReplicas = 1;

    private static readonly ResourceMetricSource _defaultMetric = new()
    {
        Name = "cpu",
        TargetType = MetricTargetType.Utilization,
        Target = new MilliQuantity(AutoscalerV1.DefaultCpuUtilization * 1000L),
    };

    /// <summary>Reads <c>--hpa</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="name">The HPA's name; null for the only one.</param>
    /// <param name="input">Standard input, which <c>-</c> names.</param>
    /// <param name="cancellationToken">Gives the read of a cluster up, with an exception.</param>
    /// <returns>Null after a problem.</returns>
    public static RecordedHpa? Read(
        string path, ICollection<SettingsProblem> problems, ObjectName? name = null, Func<TextReader>? input = null, CancellationToken cancellationToken = default) =>
        KubernetesFile.Read(path, ObjectKind.Hpa, problems, name, input, cancellationToken: cancellationToken) is { } root ? Of(root, path, problems) : null;

    /// <summary>Reads an HPA that was read from somewhere.</summary>
    /// <param name="root">Its fields.</param>
    /// <param name="path">Where it is from.</param>
    /// <param name="problems">Gets what is wrong, as its fields do.</param>
    /// <returns>Null after a problem.</returns>
    public static RecordedHpa? Of(ObjectFields root, string path, ICollection<SettingsProblem> problems)
    {
        var before = problems.Count;
        var remarks = ObjectKind.Hpa.Remarks(root);
        root = root.Changed(hpa => ToV2(hpa, annotation => root.Refuse($"metadata.annotations[\"{annotation}\"]", "is no JSON", "a text that cannot be read", $"record the HPA again: {ObjectKind.Hpa.Command}")));
        var status = root.Map("status");
        var spec = Spec(root);
        if (!status.Exists)
        {
            root.Required<object>("status", null, $"record the HPA of a cluster: {ObjectKind.Hpa.Command}; or explain the ScaledObject that kedastack migrate makes of it, with --value");
        }

        var recorded = new RecordedHpa
        {
            Spec = spec,
            CurrentReplicas = status.Integer("currentReplicas", 0) ?? 0,
            // An HPA that nobody has looked at yet has an empty status.
            DesiredReplicas = (status.Names.Any()
                ? status.Required("desiredReplicas", status.Integer("desiredReplicas", 0), "record the HPA after its first sync")
                : null) ?? 0,
            ReportedMilli = [.. spec.Metrics.Select((metric, place) => MetricFields.Reported(metric, place, status))],
            Remarks = [.. remarks, .. spec.Metrics is [var metric] && ReferenceEquals(metric, _defaultMetric) ? (string[])[DefaultMetric] : [], .. root.Unknown.Select(field => field.Note)],
            Conditions = [.. (status.List("conditions") ?? []).Select(Condition)],
        };
        if (problems.Count > before)
        {
            root.RefuseUnknown();
        }
        else
        {
            foreach (var error in HpaValidation.Errors(spec, HpaSemantics.Newest))
            {
                problems.Add(SettingsProblem.Create(path, "is no HPA that the API server takes", error, "correct the field"));
            }
        }

        return problems.Count == before ? recorded : null;
    }

    /// <summary>Reads the spec of an HPA that is to be migrated, and need not have been in a cluster.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="name">The HPA's name; null for the only one.</param>
    /// <param name="input">Standard input, which <c>-</c> names.</param>
    /// <param name="cancellationToken">Gives the read of a cluster up, with an exception.</param>
    /// <returns>The spec and its <c>scaleTargetRef</c>; null after a problem.</returns>
    public static (HorizontalPodAutoscalerSpec Spec, JsonObject Target)? ReadSpec(
        string path, ICollection<SettingsProblem> problems, ObjectName? name, Func<TextReader> input, CancellationToken cancellationToken = default)
    {
        var before = problems.Count;
        if (KubernetesFile.Read(path, ObjectKind.HpaToMigrate, problems, name, input, "migrate", cancellationToken) is not { } root)
        {
            return null;
        }

        root = root.Changed(hpa => ToV2(hpa));
        var (spec, target) = (Spec(root), root.Map("spec").Map("scaleTargetRef"));
        target.Required("name", target.Text("name"), "write what the HPA scales");
        if (problems.Count > before)
        {
            return null;
        }

        var json = new JsonObject();
        foreach (var key in (string[])["apiVersion", "kind", "name"])
        {
            if (target.Text(key) is { } text)
            {
                json[key] = text;
            }
        }

        return (spec, json);
    }

    /// <summary>The spec of an HPA with all of its parts; what is wrong with them is left out.</summary>
    public static HorizontalPodAutoscalerSpec Spec(JsonObject hpa) =>
        Spec(new ObjectFields("", "", ToV2(hpa), []));

    private static HorizontalPodAutoscalerSpec Spec(ObjectFields root)
    {
        var (metadata, spec) = (root.Map("metadata"), root.Map("spec"));
        return new HorizontalPodAutoscalerSpec
        {
            Name = metadata.Text("name") ?? "",
            Namespace = metadata.Text("namespace") ?? "",
            MinReplicas = spec.Integer("minReplicas") ?? DefaultMinReplicas,
            MaxReplicas = spec.Required("maxReplicas", spec.Integer("maxReplicas"), "write the maximum replica count") ?? 0,
            // SetDefaults_HorizontalPodAutoscaler.
            Metrics = spec.List("metrics") is { Count: > 0 } metrics ? [.. metrics.Select(MetricFields.Read)] : [_defaultMetric],
            Behavior = BehaviorFields.Read(spec.Map("behavior")),
        };
    }

    private static JsonObject ToV2(JsonObject hpa, Action<string>? refuse = null) =>
        AutoscalerV1.Is(hpa) ? AutoscalerV1.ToV2(hpa, refuse) : AutoscalerV2Beta1.Is(hpa) ? AutoscalerV2Beta1.ToV2(hpa) : hpa;

    private static RecordedCondition Condition(ObjectFields condition) => new(
        condition.Text("type") ?? "", condition.Text("status") ?? "", condition.Text("reason") ?? "", condition.Text("message") ?? "");
}
