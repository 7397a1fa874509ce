namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>Expressions over the series of node-exporter (job <c>node</c>) that several rules need.</summary>
internal static class NodeExpressions
{
    /// <summary>One series for each CPU of each node: each CPU has exactly one counter of idle time.</summary>
    public const string Cpus = """node_cpu_seconds_total{job="node", mode="idle"}""";

    /// <summary>
    /// The bytes that each node could give to new processes without swapping. Kernels before 3.14 do not say; for them
    /// it is what is free or can be freed.
    /// </summary>
    public const string AvailableMemory = """
        node_memory_MemAvailable_bytes{job="node"}
          or
        node_memory_MemFree_bytes{job="node"}
          + node_memory_Cached_bytes{job="node"}
          + node_memory_Buffers_bytes{job="node"}
          + node_memory_Slab_bytes{job="node"}
        """;
}
