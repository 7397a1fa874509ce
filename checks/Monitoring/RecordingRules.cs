using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring;

/// <summary>The recording rules of the stock dashboards are complete.</summary>
internal sealed class RecordingRules() : Check(new()
{
    Id = "recording-rules",
    Severity = Severity.Warning,
    Title = "The recording rules of the stock dashboards are complete",
    Failure = "empty panels in `Kubernetes / Compute Resources / ...` or `Node Exporter / ...`",
    Cause = "The dashboards read recorded series. The portal makes the rules when it turns managed Prometheus on; a template has to bring all 11 for nodes and all 19 for Kubernetes.",
    Fix = "Add the missing rules, switched on, or leave Grafana or all of the rules out.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string PodOwner = "namespace_workload_pod:kube_pod_owner:relabel";

    /// <summary>The records, once per rule: four rules record the owners of pods, by the kind of the owner.</summary>
    private static readonly string[] _records =
    [
        "instance:node_num_cpu:sum",
        "instance:node_cpu_utilisation:rate5m",
        "instance:node_load1_per_cpu:ratio",
        "instance:node_memory_utilisation:ratio",
        "instance:node_vmstat_pgmajfault:rate5m",
        "instance_device:node_disk_io_time_seconds:rate5m",
        "instance_device:node_disk_io_time_weighted_seconds:rate5m",
        "instance:node_network_receive_bytes_excluding_lo:rate5m",
        "instance:node_network_transmit_bytes_excluding_lo:rate5m",
        "instance:node_network_receive_drop_excluding_lo:rate5m",
        "instance:node_network_transmit_drop_excluding_lo:rate5m",
        "node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate",
        "node_namespace_pod_container:container_memory_working_set_bytes",
        "node_namespace_pod_container:container_memory_rss",
        "node_namespace_pod_container:container_memory_cache",
        "node_namespace_pod_container:container_memory_swap",
        "cluster:namespace:pod_memory:active:kube_pod_container_resource_requests",
        "namespace_memory:kube_pod_container_resource_requests:sum",
        "cluster:namespace:pod_cpu:active:kube_pod_container_resource_requests",
        "namespace_cpu:kube_pod_container_resource_requests:sum",
        "cluster:namespace:pod_memory:active:kube_pod_container_resource_limits",
        "namespace_memory:kube_pod_container_resource_limits:sum",
        "cluster:namespace:pod_cpu:active:kube_pod_container_resource_limits",
        "namespace_cpu:kube_pod_container_resource_limits:sum",
        $"{PodOwner} deployment",
        $"{PodOwner} daemonset",
        $"{PodOwner} statefulset",
        $"{PodOwner} job",
        ":node_memory_MemAvailable_bytes:sum",
        "cluster:node_cpu:ratio_rate5m",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var groups = stack.OfType(ResourceTypes.RuleGroup).ToList();
        var records = groups
            .Where(group => !group.Inputs.IsFalse("enabled"))
            .SelectMany(group => group.Inputs.Objects("rules"))
            .Where(rule => !rule.IsFalse("enabled") && rule.Text("expression") is { Length: > 0 })
            .Select(rule => rule.Text("record") == PodOwner ? $"{PodOwner} {rule.Text("labels.workload_type")}" : rule.Text("record"))
            .ToHashSet();
        // Groups of alerts alone are no attempt at the dashboards' rules.
        var wanted = stack.OfType(ResourceTypes.Grafana).Any() && groups.Exists(group => group.Inputs.Objects("rules").Any(rule => rule["record"] is not null));
        return from record in _records
               where wanted && !records.Contains(record)
               select Found(groups[0], "rules", $"no rule that records {record}", "all 30 records, switched on");
    }
}
