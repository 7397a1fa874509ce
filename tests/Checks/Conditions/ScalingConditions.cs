using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>The target, the trigger's metrics and its authentication, and who scales.</summary>
internal static class ScalingConditions
{
    private const string Aks = "ManagedCluster/aks";
    private const string Release = "Release/keda";
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Authentication = "TriggerAuthentication/keda-authentication";
    private const string Query = "spec.triggers[0].metadata.query";
    private const string Reference = "spec.triggers[0].authenticationRef";
    private const string Ingress = " + sum(rate(nginx_ingress_controller_requests[2m]))";

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        new("scale-from-zero", "an ingress' metric beside its own", stack => Zero(Asked(stack, Ingress))),
        new("scale-from-zero", "two metrics of its own", stack => Zero(Asked(stack, " + sum(rate(http_request_duration_seconds_count[2m]))")), "spec.minReplicaCount", "0 with http_requests_total, which only the scaled pods expose; expected at least 1"),
        new("scale-from-zero", "a second trigger on an ingress", stack => Zero(SecondTrigger(stack, "sum(rate(nginx_ingress_controller_requests[2m]))"))),
        new("scale-from-zero", "a second trigger on its own metric", stack => Zero(SecondTrigger(stack, "sum(rate(http_requests_total[2m]))")), "spec.minReplicaCount", "0 with http_requests_total"),
        new("scale-from-zero", "idle at 0 and a minimum of 1", stack => stack.With(ScaledObject, "spec.idleReplicaCount", 0), "spec.minReplicaCount", "1 with http_requests_total"),
        new("query-counter", "a counter of its own without rate", stack => stack.With(ScaledObject, Query, "sum(http_requests_total)"), Query, "the counter http_requests_total without rate(); expected rate(http_requests_total[2m])"),
        new("query-counter", "the count of a histogram of its own without rate", stack => stack.With(ScaledObject, Query, "sum(http_request_duration_seconds_count)"), Query, "the counter http_request_duration_seconds_count without rate()"),
        new("query-counter", "an increase of its own counter", stack => stack.With(ScaledObject, Query, "sum(increase(http_requests_total[2m]))")),
        new("query-counter", "the rate of its own gauge", Gauge, Query, "rate() of http_requests_total, which is no counter; expected the metric itself"),
        new("query-counter", "its own gauge", stack => Gauge(stack).With(ScaledObject, Query, "sum(http_requests_total)")),
        new("query-counter", "somebody else's without rate", stack => stack.With(ScaledObject, Query, "sum(nginx_ingress_controller_requests)")),
        new("trigger-authentication", "none on a workspace", stack => stack.Without(ScaledObject, Reference), $"{Reference}.name", "nothing; expected the name of a TriggerAuthentication in keda-demo"),
        new("trigger-authentication", "none on somebody's Prometheus", stack => stack.Without(ScaledObject, Reference).With(ScaledObject, "spec.triggers[0].metadata.serverAddress", "http://prometheus.monitoring:9090")),
        new("trigger-authentication", "one of another namespace", stack => stack.With(Authentication, "metadata.namespace", "default"), $"{Reference}.name", "managed-prometheus, and no such TriggerAuthentication in keda-demo; expected the name of a TriggerAuthentication in keda-demo"),
        new("trigger-authentication", "the cluster's, which is not there", stack => stack.With(ScaledObject, $"{Reference}.kind", "ClusterTriggerAuthentication"), $"{Reference}.name", "managed-prometheus, and no such ClusterTriggerAuthentication; expected the name of a ClusterTriggerAuthentication"),
        new("keda-installed-once", "neither, where KEDA is given", stack => Nowhere(stack) with { Given = stack.Given with { HasKeda = true } }) { Stack = PreviewedStacks.AddOn },
        new("keda-installed-once", "neither, and nothing of KEDA", stack => Nowhere(stack).WithoutResource(ScaledObject).WithoutResource(Authentication)) { Stack = PreviewedStacks.AddOn },
        new("keda-installed-once", "neither, and one object of KEDA", stack => Nowhere(stack).WithoutResource(ScaledObject), "", "custom resources of KEDA, but neither its chart nor the add-on; expected one installation of KEDA") { Stack = PreviewedStacks.AddOn },
        new("keda-installed-once", "the chart twice", stack => stack.WithCopy(Release, "keda-2"), "", "installations by keda and keda-2; expected one installation of KEDA"),
        new("keda-installed-once", "another chart beside it", stack => stack.WithCopy(Release, "other").With("Release/other", "chart", "other")),
        new("keda-installed-once", "an add-on that is off beside it", stack => stack.With(Aks, "workloadAutoScalerProfile.keda.enabled", false)),
        new("scale-target", "another name", stack => stack.With(ScaledObject, "spec.scaleTargetRef.name", "sample"), "spec.scaleTargetRef", "Deployment sample; expected one of sample-app, load-generator"),
        new("scale-target", "no name", stack => stack.Without(ScaledObject, "spec.scaleTargetRef.name"), "spec.scaleTargetRef", "expected one of sample-app, load-generator"),
        new("scale-target", "one of another namespace", stack => stack.With("Deployment/sample-app", "metadata.namespace", "default"), "spec.scaleTargetRef", "Deployment sample-app; expected one of load-generator"),
        new("scale-target", "one of a kind without pods that are known", stack => Rollout(stack, "keda-demo")),
        new("scale-target", "one of that kind in another namespace", stack => Rollout(stack, "default"), "spec.scaleTargetRef", "Rollout rollout; expected one of sample-app, load-generator"),
        new("replicas-below-present", "an HPA's minimum of as many", stack => Present(stack, ResourceTypes.Autoscaler, "app", "\"minReplicas\": 1, \"scaleTargetRef\": {\"kind\": \"Deployment\", \"name\": \"sample-app\"}")),
        new("replicas-below-present", "an HPA without a minimum, which is 1", stack => Present(Zero(stack), ResourceTypes.Autoscaler, "app", "\"scaleTargetRef\": {\"kind\": \"Deployment\", \"name\": \"sample-app\"}"), "spec.minReplicaCount", "0; expected at least 1, the minReplicas of the HPA app"),
        new("replicas-below-present", "another app's HPA", stack => Present(stack, ResourceTypes.Autoscaler, "app", "\"minReplicas\": 3, \"scaleTargetRef\": {\"kind\": \"Deployment\", \"name\": \"load-generator\"}")),
        new("replicas-below-present", "as many replicas", stack => Present(stack, ResourceTypes.Deployment, "sample-app", "\"replicas\": 1")),
        new("replicas-below-present", "more replicas", stack => Present(stack, ResourceTypes.Deployment, "sample-app", "\"replicas\": 2"), "spec.minReplicaCount", "1; expected at least 2, the replicas of Deployment/sample-app today"),
        new("replicas-below-present", "more replicas of another kind", stack => Present(stack, ResourceTypes.StatefulSet, "sample-app", "\"replicas\": 2")),
        new("replicas-below-present", "more replicas of another app", stack => Present(stack, ResourceTypes.Deployment, "other", "\"replicas\": 2")),
        new("replicas-below-present", "more replicas of another namespace", stack => Present(stack, ResourceTypes.Deployment, "sample-app", "\"replicas\": 2", "default")),
        new("replicas-below-present", "no replicas", stack => Present(stack, ResourceTypes.Deployment, "sample-app", "\"paused\": true")),
    ];

    private static ResourceGraph Zero(ResourceGraph stack) => stack.With(ScaledObject, "spec.minReplicaCount", 0);

    private static ResourceGraph Asked(ResourceGraph stack, string also) =>
        stack.With(ScaledObject, Query, StackEdits.Get(stack.Named(ScaledObject).Inputs, Query)!.GetValue<string>() + also);

    private static ResourceGraph SecondTrigger(ResourceGraph stack, string query) => stack.With(ScaledObject, "spec.triggers[1]", new JsonObject
    {
        ["type"] = "prometheus",
        ["metadata"] = new JsonObject { ["serverAddress"] = "http://prometheus.monitoring:9090", ["query"] = query, ["threshold"] = "10" },
    });

    private static ResourceGraph Gauge(ResourceGraph stack) => stack.Edited("ConfigMap/sample-app", scripts => scripts with
    {
        Inputs = JsonNode.Parse(scripts.Inputs.ToJsonString().Replace("http_requests_total counter", "http_requests_total gauge", StringComparison.Ordinal))!.AsObject(),
    });

    private static ResourceGraph Nowhere(ResourceGraph stack) => stack.Without(Aks, "workloadAutoScalerProfile.keda");

    private static ResourceGraph Rollout(ResourceGraph stack, string ns) => stack
        .WithObject("kubernetes:argoproj.io/v1alpha1:Rollout", "rollout", $$"""{ "metadata": { "name": "rollout", "namespace": "{{ns}}" } }""")
        .With(ScaledObject, "spec.scaleTargetRef.kind", "Rollout").With(ScaledObject, "spec.scaleTargetRef.name", "rollout");

    /// <summary>With an object that is there today.</summary>
    private static ResourceGraph Present(ResourceGraph stack, string type, string name, string spec, string ns = "keda-demo") => stack with
    {
        Given = stack.Given with
        {
            Objects =
            [
                stack.Named("Service/sample-app") with
                {
                    Name = name,
                    Urn = $"given-{name}",
                    Type = type,
                    Inputs = JsonNode.Parse($$"""{ "metadata": { "name": "{{name}}", "namespace": "{{ns}}" }, "spec": { {{spec}} } }""")!.AsObject(),
                },
            ],
        },
    };
}
