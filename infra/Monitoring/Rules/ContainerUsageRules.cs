using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>
/// What each container uses, with the node that it runs on. The kubelet's cadvisor knows pods by name but has no node
/// label, so the node comes from kube-state-metrics.
/// </summary>
/// <remarks>
/// The expressions that Microsoft publishes join memory on namespace and pod alone. In a workspace of several clusters
/// that gives db-0 of one cluster the node of db-0 in another, unless the group's scopes name the cluster. Here
/// <c>cluster</c> takes part in every join; within one cluster the result is the same.
/// </remarks>
internal static class ContainerUsageRules
{
    // At most one series for each pod, or the join fails for all pods: two instances of kube-state-metrics overlap while
    // one replaces the other, and a StatefulSet's pod that moves has two nodes for some minutes. A pod that has not been
    // scheduled has an empty node. The value is always 1.
    private const string PodNode =
        """topk by (cluster, namespace, pod) (1, kube_pod_info{node!=""})""";

    private const string WithNode = $"* on (cluster, namespace, pod) group_left (node) {PodNode}";

    /// <summary>The rules.</summary>
    public static ImmutableArray<RecordingRule> All { get; } =
    [
        // Cgroups above a container (the pod's, the QoS class's) have no image; counting them would count usage twice.
        new("node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate", $$"""
            sum by (cluster, namespace, pod, container) (
              irate(container_cpu_usage_seconds_total{image!="", job="cadvisor"}[5m])
            )
            {{WithNode}}
            """),
        Memory("working_set_bytes"),
        Memory("rss"),
        Memory("cache"),
        Memory("swap"),
    ];

    /// <summary>One kind of memory. Unlike that for CPU, this keeps all labels of cadvisor.</summary>
    private static RecordingRule Memory(string kind) => new(
        $"node_namespace_pod_container:container_memory_{kind}", $$"""
        container_memory_{{kind}}{image!="", job="cadvisor"}
        {{WithNode}}
        """);
}
