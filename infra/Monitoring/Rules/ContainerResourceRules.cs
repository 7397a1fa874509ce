using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>What containers ask for (requests) and may use (limits), of CPU and memory.</summary>
internal static class ContainerResourceRules
{
    // Kube-state-metrics goes on reporting what a finished pod asked for, though the scheduler has given it back. Only
    // the phase tells, and it is in another metric, where each pod has one series for each phase and its own is 1.
    private const string OfActivePods =
        """and on (cluster, namespace, pod) kube_pod_status_phase{phase=~"Pending|Running"} == 1""";

    /// <summary>The rules for requests or limits: memory by container and by namespace, then the same for CPU.</summary>
    /// <param name="kind">What kube-state-metrics calls it: <c>requests</c> or <c>limits</c>.</param>
    public static ImmutableArray<RecordingRule> For(string kind) =>
    [
        ByContainer(kind, "memory"),
        ByNamespace(kind, "memory"),
        ByContainer(kind, "cpu"),
        ByNamespace(kind, "cpu"),
    ];

    private static RecordingRule ByContainer(string kind, string resource) => new(
        $"cluster:namespace:pod_{resource}:active:kube_pod_container_resource_{kind}", Active(kind, resource));

    // The maximum counts a container once while two instances of kube-state-metrics overlap.
    private static RecordingRule ByNamespace(string kind, string resource) => new(
        $"namespace_{resource}:kube_pod_container_resource_{kind}:sum", $$"""
        sum by (cluster, namespace) (
          max by (cluster, namespace, pod, container) (
            {{Active(kind, resource)}}
          )
        )
        """);

    private static string Active(string kind, string resource) =>
        $$"""kube_pod_container_resource_{{kind}}{job="kube-state-metrics", resource="{{resource}}"} {{OfActivePods}}""";
}
