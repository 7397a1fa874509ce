using KedaStack.Scaling.Hpa.Conditions;

namespace KedaStack.Scaling.Explain.Recorded;

/// <summary>Where to look when an HPA computes no count, in a sentence.</summary>
internal static class MissingLink
{
    private const string ExternalApi = "the external metrics API, KEDA's operator behind it and the trigger's source: "
        + "kubectl describe scaledobject, and kubectl get apiservice v1beta1.external.metrics.k8s.io.";

    /// <summary>The sentence.</summary>
    /// <param name="failure">The condition that says why; null when there is none yet.</param>
    public static string Of(RecordedCondition? failure) => "Look at " + failure?.Reason switch
    {
        null => "kube-controller-manager if this stays so: a new HPA is looked at within 15 s.",
        nameof(HpaConditionReason.FailedGetExternalMetric) => ExternalApi,
        nameof(HpaConditionReason.FailedGetResourceMetric) or nameof(HpaConditionReason.FailedGetContainerResourceMetric) =>
            "metrics-server and the pods' requests: kubectl get apiservice v1beta1.metrics.k8s.io, and kubectl top pods.",
        nameof(HpaConditionReason.FailedGetPodsMetric) or nameof(HpaConditionReason.FailedGetObjectMetric) =>
            "the custom metrics API, which KEDA does not serve: kubectl get apiservice v1beta1.custom.metrics.k8s.io.",
        "FailedGetScale" => "the scale target: whether what scaleTargetRef names is there and has a scale.",
        "AmbiguousSelector" => "the other HPA on the same pods: with two of them neither scales.",
        "InvalidSelector" => "the scale target's selector.",
        var other => $"the condition {other}.",
    };
}
