using KedaStack.Infra.Monitoring.Rules;

namespace KedaStack.Tests.Infra.Monitoring.Rules;

/// <summary>A mistake that one could make in a rule.</summary>
/// <param name="Record">The record.</param>
/// <param name="Right">What its expression says.</param>
/// <param name="Wrong">What it would say instead.</param>
internal sealed record WrongExpression(string Record, string Right, string Wrong)
{
    public static IReadOnlyList<WrongExpression> All { get; } =
    [
        new("instance:node_num_cpu:sum", "='idle'", "=~'idle|user'"),
        new("instance:node_num_cpu:sum", "job='node'", "job!=''"),
        new("instance:node_cpu_utilisation:rate5m", "|steal", ""),
        new("instance:node_cpu_utilisation:rate5m", "without (cpu)", "without (cpu, instance)"),
        new("instance:node_cpu_utilisation:rate5m", "rate", "irate"),
        new("instance:node_load1_per_cpu:ratio", "count without", "max without"),
        new("instance:node_memory_utilisation:ratio", "+ node_memory_Slab_bytes{job='node'}", ""),
        new("instance:node_memory_utilisation:ratio", "Available", "Total"),
        new("instance:node_vmstat_pgmajfault:rate5m", "5m", "2m"),
        new("instance_device:node_disk_io_time_seconds:rate5m", "device!='', ", ""),
        new("instance_device:node_disk_io_time_weighted_seconds:rate5m", "_weighted", ""),
        new("instance:node_network_receive_bytes_excluding_lo:rate5m", "device!='lo', ", ""),
        new("instance:node_network_transmit_bytes_excluding_lo:rate5m", "without (device)", "by (instance)"),
        new("instance:node_network_receive_drop_excluding_lo:rate5m", "receive", "transmit"),
        new("instance:node_network_transmit_drop_excluding_lo:rate5m", "job='node'", "job!=''"),
        new("node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate", "image!='', ", ""),
        new("node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate", "irate", "rate"),
        new("node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate", "(node)", "()"),
        new("node_namespace_pod_container:container_memory_working_set_bytes", "node!=''", "node=~'.*-0'"),
        new("node_namespace_pod_container:container_memory_rss", "image!='', ", ""),
        new("node_namespace_pod_container:container_memory_cache", "job='cadvisor'", "job!=''"),
        new("node_namespace_pod_container:container_memory_swap", "_swap", "_cache"),
        new("cluster:namespace:pod_memory:active:kube_pod_container_resource_requests", "Pending|", ""),
        new("namespace_memory:kube_pod_container_resource_requests:sum", "max by", "sum by"),
        new("cluster:namespace:pod_cpu:active:kube_pod_container_resource_requests", " == 1", ""),
        new("namespace_cpu:kube_pod_container_resource_requests:sum", "on (cluster, namespace, pod)", "on (cluster, pod)"),
        new("cluster:namespace:pod_memory:active:kube_pod_container_resource_limits", "|Running", "|Running|Unknown"),
        new("namespace_memory:kube_pod_container_resource_limits:sum", "pod, container", "pod"),
        new("cluster:namespace:pod_cpu:active:kube_pod_container_resource_limits", "limits", "requests"),
        new("namespace_cpu:kube_pod_container_resource_limits:sum", "job='kube-state-metrics'", "job!=''"),
        new("namespace_workload_pod:kube_pod_owner:relabel", "max by", "sum by"),
        new("namespace_workload_pod:kube_pod_owner:relabel", "(workload)", "()"),
        new("namespace_workload_pod:kube_pod_owner:relabel", "'StatefulSet'", "'DaemonSet'"),
        new("namespace_workload_pod:kube_pod_owner:relabel",
            "kube_replicaset_owner{job='kube-state-metrics'}", "kube_replicaset_owner{owner_name!=''}"),
        new(":node_memory_MemAvailable_bytes:sum", "+ node_memory_Buffers_bytes{job='node'}", ""),
        new(":node_memory_MemAvailable_bytes:sum", "(cluster)", "(instance)"),
        new("cluster:node_cpu:ratio_rate5m", "|iowait", ""),
        new("cluster:node_cpu:ratio_rate5m", "='idle'", "=~'idle|user'"),
    ];

    /// <summary>The rules with the mistake.</summary>
    public IEnumerable<RecordingRule> ApplyTo(IEnumerable<RecordingRule> rules) =>
        from rule in rules
        let wrong = rule.Expression.Replace(Quoted(Right), Quoted(Wrong), StringComparison.Ordinal)
        where rule.Record == Record && wrong != rule.Expression
        select rule with { Expression = wrong };

    private static string Quoted(string text) => text.Replace('\'', '"');
}
