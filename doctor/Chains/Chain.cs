using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Chains;

/// <summary>What a cluster says of one workload that is scaled: from its pods' metrics to its replicas.</summary>
internal sealed class Chain
{
    /// <summary>The finalizer that only a running operator takes away.</summary>
    public const string Finalizer = "finalizer.keda.sh";

    /// <summary>The label by which HPAs, and their metrics, belong to a ScaledObject.</summary>
    public const string NameLabel = "scaledobject.keda.sh/name";

    private const string ExternalMetricsGroup = "external.metrics.k8s.io";
    private const int DefaultPollingSeconds = 30;

    private IReadOnlyList<ClusterEvent>? _events;
    private IReadOnlyList<MetricRead>? _reads;
    private KedaInstallation? _keda;
    private ScalerFailures? _failures;
    private DateTimeOffset? _now;

    /// <summary>The answers that all of it is from.</summary>
    public required AnswerSet Answers { get; init; }

    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The ScaledObject; null for an HPA that KEDA did not make, and where there is none or it was not read.</summary>
    public required JsonObject? ScaledObject { get; init; }

    /// <summary>The HPA; null where there is none or it was not read.</summary>
    public required JsonObject? Hpa { get; init; }

    /// <summary>When the answers are from; null for the newest time that is written in them.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The name of the ScaledObject, else of the HPA; empty where there is neither.</summary>
    public string Name => (ScaledObject ?? Hpa).Text("metadata.name") ?? "";

    /// <summary>The name of the ScaledObject that the HPA says it belongs to; null for none.</summary>
    public string? OwnerName => Hpa.Map("metadata.labels").GetValueOrDefault(NameLabel)
        ?? Hpa.Objects("metadata.ownerReferences").Where(owner => owner.Text("kind") == "ScaledObject").Select(owner => owner.Text("metadata.name") ?? owner.Text("name")).FirstOrDefault()
        ?? HpaMetrics.FirstOrDefault(metric => metric.ScaledObject is not null).ScaledObject;

    /// <summary>The triggers.</summary>
    public IReadOnlyList<ChainTrigger> Triggers => ChainTrigger.Of(ScaledObject);

    /// <summary>The triggers that ask Prometheus.</summary>
    public IReadOnlyList<ChainTrigger> PrometheusTriggers => [.. Triggers.Where(trigger => trigger.IsPrometheus)];

    /// <summary>The kind of what is scaled.</summary>
    public string TargetKind => ScaledObject.Text("spec.scaleTargetRef.kind") ?? Hpa.Text("spec.scaleTargetRef.kind") ?? "Deployment";

    /// <summary>The name of what is scaled.</summary>
    public string TargetName => ScaledObject.Text("spec.scaleTargetRef.name") ?? Hpa.Text("spec.scaleTargetRef.name") ?? "";

    /// <summary>What is scaled; null where it is not there or was not read.</summary>
    public JsonObject? Target => Answers.Items(ApiPath.Of("apps/v1", Namespace, TargetKind == "StatefulSet" ? "statefulsets" : "deployments"))
        .FirstOrDefault(one => one.Text("kind") == TargetKind && one.Text("metadata.name") == TargetName);

    /// <summary>How the read of the pods went.</summary>
    public ClusterAnswer PodsRead => Answers.Get(ApiPath.Core(Namespace, "pods"));

    /// <summary>The pods of what is scaled that are not over.</summary>
    public IReadOnlyList<JsonObject> Pods => Target is { } target && !LabelSelector.IsEmpty(target.At("spec.selector"))
        ? [.. Answers.Items(ApiPath.Core(Namespace, "pods")).Where(pod => LabelSelector.Matches(target.At("spec.selector"), pod.Map("metadata.labels"))
            && pod.Text("status.phase") is not ("Succeeded" or "Failed") && pod.Text("metadata.deletionTimestamp") is null)]
        : [];

    /// <summary>How many pods are ready.</summary>
    public int ReadyPods => Pods.Count(IsReady);

    /// <summary>The events of the namespace, newest first.</summary>
    public IReadOnlyList<ClusterEvent> Events => _events ??= ClusterEvent.Read(Answers, Namespace);

    /// <summary>The events of the ScaledObject.</summary>
    public IEnumerable<ClusterEvent> OfScaledObject => Events.Where(one => one.Kind == "ScaledObject" && one.Name == ScaledObject.Text("metadata.name"));

    /// <summary>The metrics of the HPA that an external metrics API has to know, with the ScaledObject that they name.</summary>
    public IReadOnlyList<(string Metric, string? ScaledObject)> HpaMetrics =>
    [
        .. Hpa.Objects("spec.metrics").Where(metric => metric.Text("type") == "External")
            .Select(metric => (metric.Text("external.metric.name") ?? "", metric.At("external.metric.selector").Map("matchLabels").GetValueOrDefault(NameLabel))),
    ];

    /// <summary>The reads of the metrics that KEDA makes for the HPA.</summary>
    public IReadOnlyList<MetricRead> Reads => _reads ??= MetricRead.Of(this);

    /// <summary>What the scalers say of their failures, as far as it still holds.</summary>
    public ScalerFailures Failures => _failures ??= new ScalerFailures(this);

    /// <summary>KEDA itself.</summary>
    public KedaInstallation Keda => _keda ??= new KedaInstallation(Answers);

    /// <summary>The annotations of the ScaledObject.</summary>
    public ImmutableDictionary<string, string> Annotations => ScaledObject.Map("metadata.annotations");

    /// <summary>The time of the answers: what they were read at, else the newest time that is written in them.</summary>
    public DateTimeOffset Now => _now ??= ReadAt ?? Times().Max();

    /// <summary>A condition of an object; null for none.</summary>
    public static JsonObject? Condition(JsonNode? json, string type) => json.Objects("status.conditions").FirstOrDefault(one => one.Text("type") == type);

    /// <summary>A condition of the ScaledObject.</summary>
    public JsonObject? Condition(string type) => Condition(ScaledObject, type);

    /// <summary>Whether a pod is ready.</summary>
    public static bool IsReady(JsonObject pod) => Condition(pod, "Ready").Text("status") == "True";

    /// <summary>Whether there may be a ScaledObject that could not be read.</summary>
    public bool IsScaledObjectUnread => ScaledObject is null && (Hpa is null || OwnerName is not null) && Answers.Get(ApiPath.ScaledObjects(Namespace)).IsUnread;

    /// <summary>Why nothing is known of the triggers.</summary>
    public string WhyTriggersUnread => $"its ScaledObject: {Answers.Get(ApiPath.ScaledObjects(Namespace)).WhyUnread.Split(':')[0]}";

    /// <summary>Whether fallback replaces a trigger's value.</summary>
    public bool IsFallbackActive => Condition("Fallback").Text("status") == "True";

    /// <summary>Whether scaling is paused, by what the annotations say.</summary>
    public string? Pause => Annotations.Where(one => one.Key.StartsWith("autoscaling.keda.sh/paused", StringComparison.Ordinal) && one.Value != "false")
        .Select(one => $"{one.Key}: \"{one.Value}\"").Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>How often KEDA polls the triggers (apis/keda/v1alpha1/scaledobject_types.go: 30 s unless written).</summary>
    public TimeSpan PollingInterval => TimeSpan.FromSeconds((double)(ScaledObject.Number("spec.pollingInterval") ?? DefaultPollingSeconds));

    /// <summary>What a deleted namespace says of the external metrics API, which keeps it from going; null where it does not.</summary>
    public string? HeldUpByExternalMetrics => !Answers.Get(ApiPath.ExternalMetricsService).IsMissing && Answers.Get(ApiPath.Namespace(Namespace)).Body is { } json && Condition(json, "NamespaceDeletionDiscoveryFailure") is { } condition
        && condition.Text("status") == "True" && condition.Text("message") is { } message && message.Contains(ExternalMetricsGroup, StringComparison.Ordinal) ? message : null;

    /// <summary>Whether the namespace was deleted and is not gone yet.</summary>
    public bool IsNamespaceEnding => Answers.Get(ApiPath.Namespace(Namespace)).Body.Text("status.phase") == "Terminating";

    /// <summary>The HPA of a ScaledObject: by the status, which is empty after a take-over (keda#6336), its owner or its label.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="hpas">The HPAs of its namespace.</param>
    public static JsonObject? HpaOf(JsonObject scaledObject, IReadOnlyList<JsonObject> hpas)
    {
        var name = scaledObject.Text("metadata.name") ?? "";
        var wanted = scaledObject.Text("status.hpaName") ?? scaledObject.Text("spec.advanced.horizontalPodAutoscalerConfig.name") ?? $"keda-hpa-{name}";
        return hpas.FirstOrDefault(hpa => hpa.Text("metadata.name") == wanted)
            ?? hpas.FirstOrDefault(hpa => hpa.Objects("metadata.ownerReferences").Any(owner => owner.Text("kind") == "ScaledObject" && owner.Text("name") == name)
                || hpa.Map("metadata.labels").GetValueOrDefault(NameLabel) == name);
    }

    /// <summary>The version of the API server; null where it was not read.</summary>
    public string? KubernetesVersion => Answers.Get(ApiPath.Version).Body.Text("gitVersion")?.TrimStart('v');

    private IEnumerable<DateTimeOffset> Times() =>
    [
        default,
        .. Events.Select(one => one.Last),
        .. Reads.Select(read => ClusterEvent.Time(read.Answer.Body, "items[0].timestamp")).OfType<DateTimeOffset>(),
        .. Answers.Items(ApiPath.PodMetrics(Namespace)).Select(one => ClusterEvent.Time(one, "timestamp")).OfType<DateTimeOffset>(),
        .. Hpa.Objects("status.conditions").Select(one => ClusterEvent.Time(one, "lastTransitionTime")).OfType<DateTimeOffset>(),
    ];
}
