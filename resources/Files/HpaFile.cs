using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files.Given;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Resources.Files;

/// <summary>Reads a recorded HPA.</summary>
internal static class HpaFile
{
    private const string Right = "record an HPA that scales on a metric, as KEDA makes them";

    // pkg/apis/autoscaling/v2/defaults.go
    private const int DefaultMinReplicas = 1;

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
        root = root.Changed(hpa => AutoscalerV1.Is(hpa)
            ? AutoscalerV1.ToV2(hpa, annotation => root.Refuse($"metadata.annotations[\"{annotation}\"]", "is no JSON", "a text that cannot be read", $"record the HPA again: {ObjectKind.Hpa.Command}"))
            : hpa);
        var status = root.Map("status");
        var spec = Spec(root);
        if (!status.Exists)
        {
            root.Required<object>("status", null, $"record the HPA of a cluster: {ObjectKind.Hpa.Command}");
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
            Remarks = [.. remarks, .. root.Unknown.Select(field => field.Note)],
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

    /// <summary>Reads the spec of an HPA that need not have been in a cluster.</summary>
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
        if (KubernetesFile.Read(path, ObjectKind.Hpa, problems, name, input, cancellationToken: cancellationToken) is not { } root)
        {
            return null;
        }

        root = root.Changed(hpa => AutoscalerV1.Is(hpa) ? AutoscalerV1.ToV2(hpa) : hpa);
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
        Spec(new ObjectFields("", "", AutoscalerV1.Is(hpa) ? AutoscalerV1.ToV2(hpa) : hpa, []));

    private static HorizontalPodAutoscalerSpec Spec(ObjectFields root)
    {
        var (metadata, spec) = (root.Map("metadata"), root.Map("spec"));
        var metrics = spec.Required("metrics", spec.List("metrics"), Right) ?? [];
        if (metrics.Count == 0 && spec.List("metrics") is not null)
        {
            spec.Refuse("metrics", "is empty", "no metric", Right);
        }

        return new HorizontalPodAutoscalerSpec
        {
            Name = metadata.Text("name") ?? "",
            Namespace = metadata.Text("namespace") ?? "",
            MinReplicas = spec.Integer("minReplicas") ?? DefaultMinReplicas,
            MaxReplicas = spec.Required("maxReplicas", spec.Integer("maxReplicas"), "write the maximum replica count") ?? 0,
            Metrics = [.. metrics.Select(MetricFields.Read)],
            Behavior = BehaviorFields.Read(spec.Map("behavior")),
        };
    }

    private static RecordedCondition Condition(ObjectFields condition) => new(
        condition.Text("type") ?? "", condition.Text("status") ?? "", condition.Text("reason") ?? "", condition.Text("message") ?? "");
}
