namespace KedaStack.Doctor.Messages;

/// <summary>
/// What conditions and events say of a ScaledObject that is refused (controllers/keda/scaledobject_controller.go,
/// pkg/scaling/scalers_builder.go), and of an HPA (pkg/controller/podautoscaler/horizontal.go).
/// </summary>
internal static class ObjectMessages
{
    private const string Edit = "kubectl -n {namespace} edit scaledobject {name}";

    /// <summary>Messages of ScaledObjects; the first that fits is meant.</summary>
    public static IReadOnlyList<MessageCause> OfScaledObjects { get; } =
    [
        new("no matches for kind", LinkIds.ScaledObject, "the API of the target's kind does not exist in this cluster: apiVersion or kind of scaleTargetRef, or a definition that is not installed", Edit),
        new("scaleTargetRef specification|Target resource doesn't exist", LinkIds.ScaledObject, "what scaleTargetRef names does not exist in this namespace", Edit),
        new("doesn't expose /scale", LinkIds.ScaledObject, "the target's kind has no scale, as a DaemonSet has none", Edit),
        new("Idle/Min/Max Replica Counts", LinkIds.ScaledObject, "the counts do not fit: idleReplicaCount < minReplicaCount <= maxReplicaCount", Edit),
        new("correct triggers specification", LinkIds.ScaledObject, "the list of triggers is not right: names must be unique", Edit),
        new("formula in ScalingModifiers|scalingModifiers", LinkIds.ScaledObject, "the formula does not compile: it may use the names of triggers only, and each has to be there", Edit),
        new("error parsing .* metadata", LinkIds.ScaledObject, "a trigger's metadata is not right; the message names the key", Edit),
        new("unknown time zone|unable to load timezone|error parsing (start|end) schedule", LinkIds.ScaledObject, "a cron trigger's time zone or schedule is not right", Edit),
        new("no scaler found for type", LinkIds.ScaledObject, "KEDA has no trigger of this type", Edit),
        new("metric type", LinkIds.ScaledObject, "the trigger's metricType does not fit: Utilization is for cpu and memory only, Value and AverageValue for the others", Edit),
        new("already managed|hpa-ownership|doesn't own|not owned", LinkIds.ScaledObject, "the HPA of this name belongs to something else", "kubectl -n {namespace} annotate scaledobject {name} scaledobject.keda.sh/transfer-hpa-ownership=true"),
        new("admission webhook .* denied the request", LinkIds.ScaledObject, "a policy of the cluster refuses the HPA that KEDA makes of it; the message says which and why", Edit),
        new("HorizontalPodAutoscaler.* is invalid", LinkIds.ScaledObject, "the API server refuses the HPA that KEDA makes of it; the message names the field", Edit),
        new("must be no more than 63", LinkIds.ScaledObject, "its name is also a label, of at most 63 characters", Edit),
        new("start a new scale loop", LinkIds.ScaledObject, "a scaler cannot be built; the message names the key", Edit),
        new("no metric specs returned", LinkIds.ScaledObject, "no trigger gives a metric", Edit),
        new("Error getting current replicas count", LinkIds.ScaledObject, "the operator may not read the target, or it is gone", "kubectl auth can-i get deployments/scale --as system:serviceaccount:{operator}:keda-operator -n {namespace}"),
    ];

    /// <summary>Messages of HPAs; the first that fits is meant.</summary>
    public static IReadOnlyList<MessageCause> OfHpas { get; } =
    [
        new("more than one HPA|AmbiguousSelector", LinkIds.Hpa, "several HPAs scale the same pods, so none of them does anything", "kubectl -n {namespace} get hpa"),
        new("missing request for", LinkIds.Hpa, "utilization is a share of the request, and a container has none", "kubectl -n {namespace} set resources deployment {target} --requests=cpu=100m"),
        new("no custom metrics API", LinkIds.Hpa, "no adapter serves metrics of pods and objects; KEDA serves external ones only", "kubectl get apiservice v1beta1.custom.metrics.k8s.io"),
        new("ScaledObject.* not found", LinkIds.Hpa, "its ScaledObject is gone, so nobody makes its metric: the HPA was left over", "kubectl -n {namespace} delete hpa {name}"),
        new("unable to get the target's current scale|FailedGetScale", LinkIds.Hpa, "what its scaleTargetRef names does not exist, or has no scale", "kubectl -n {namespace} edit hpa {name}"),
        new("FailedUpdateScale|unable to update the target scale", LinkIds.Hpa, "the API server refuses the count that the HPA sets: a policy, a quota or the controller's rights; the message says which", "kubectl -n {namespace} describe hpa {name}"),
        new("resource metrics API", LinkIds.Hpa, "metrics-server gives no usage of the pods", "kubectl get apiservice v1beta1.metrics.k8s.io"),
        new("external metrics API", LinkIds.Hpa, "the external metrics API gives no value", "kubectl get apiservice v1beta1.external.metrics.k8s.io"),
        new("selector is required|InvalidSelector|couldn't convert selector", LinkIds.Hpa, "the target has no selector that can be used", "kubectl -n {namespace} describe hpa {name}"),
        new("", LinkIds.Hpa, "the HPA controller computes no count", "kubectl -n {namespace} describe hpa {name}"),
    ];
}
