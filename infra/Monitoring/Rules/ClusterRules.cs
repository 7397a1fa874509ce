using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>The memory and CPU of all Linux nodes of a cluster together.</summary>
internal static class ClusterRules
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<RecordingRule> All { get; } =
    [
        new(":node_memory_MemAvailable_bytes:sum", $$"""
            sum by (cluster) (
            {{NodeExpressions.AvailableMemory}}
            )
            """),
        new("cluster:node_cpu:ratio_rate5m", $$"""
            sum by (cluster) (rate(node_cpu_seconds_total{job="node", mode!~"idle|iowait|steal"}[5m]))
              / count by (cluster) ({{NodeExpressions.Cpus}})
            """),
    ];
}
