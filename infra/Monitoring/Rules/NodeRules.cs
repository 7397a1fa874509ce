namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>What the stock dashboards of Linux nodes read (Node Exporter / Nodes and Node Exporter / USE Method).</summary>
internal static class NodeRules
{
    /// <summary>The group, in the order of Microsoft's.</summary>
    public static RecordingRuleGroup Group { get; } = new(
        "NodeRecordingRulesRuleGroup",
        "Linux nodes: what the Node Exporter dashboards read.",
        [
            new("instance:node_num_cpu:sum", $"count without (cpu, mode) ({NodeExpressions.Cpus})"),

            // The busy share of each CPU, averaged over the node. Waiting for a disk and time stolen by the hypervisor
            // leave the CPU idle.
            new("instance:node_cpu_utilisation:rate5m", """
                avg without (cpu) (
                  1 - sum without (mode) (rate(node_cpu_seconds_total{job="node", mode=~"idle|iowait|steal"}[5m]))
                )
                """),

            // Microsoft's rule divides by the first record of this group; here the CPUs are counted again.
            new("instance:node_load1_per_cpu:ratio", $$"""
                node_load1{job="node"}
                  / count without (cpu, mode) ({{NodeExpressions.Cpus}})
                """),

            new("instance:node_memory_utilisation:ratio", $$"""
                1 - (
                {{NodeExpressions.AvailableMemory}}
                ) / node_memory_MemTotal_bytes{job="node"}
                """),

            new("instance:node_vmstat_pgmajfault:rate5m", Rate("""node_vmstat_pgmajfault{job="node"}""")),

            // A total over all devices, without a device label, would not be a disk.
            new("instance_device:node_disk_io_time_seconds:rate5m",
                Rate("""node_disk_io_time_seconds_total{device!="", job="node"}""")),
            new("instance_device:node_disk_io_time_weighted_seconds:rate5m",
                Rate("""node_disk_io_time_weighted_seconds_total{device!="", job="node"}""")),

            Network("receive_bytes"),
            Network("transmit_bytes"),
            Network("receive_drop"),
            Network("transmit_drop"),
        ]);

    private static string Rate(string counter) => $"rate({counter}[5m])";

    /// <summary>A node's traffic with others: the loopback device does not count.</summary>
    private static RecordingRule Network(string what) => new(
        $"instance:node_network_{what}_excluding_lo:rate5m",
        $"sum without (device) ({Rate($$"""node_network_{{what}}_total{device!="lo", job="node"}""")})");
}
