namespace KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

/// <summary>
/// What node-exporter says of two nodes: the first is rebooted, the second cannot be scraped for a while, gets a CPU later
/// and at the end no longer says how much memory is available. A second job exports the same metrics; no rule may read it.
/// </summary>
internal static class SyntheticNodes
{
    public const string First = "aks-system-0";
    public const string Second = "aks-system-1";

    private const int Reboot = 50;
    private const int LateCpu = 20;
    private const int NoAvailableMemory = 60;

    private static readonly string[] _jobs = ["node", "copy"];

    public static IReadOnlyList<string> Names { get; } = [First, Second];

    public static IEnumerable<SyntheticSeries> All =>
        from job in _jobs
        from node in Names
        from series in Of(job, node)
        select series;

    /// <summary>Whether a sample falls into the eight minutes in which nothing on a node can be scraped.</summary>
    public static bool IsDown(string node, int at) => node == Second && at is >= 28 and < 44;

    private static IEnumerable<SyntheticSeries> Of(string job, string node)
    {
        var labels = $"""cluster="demo", job="{job}", instance="{node}" """;
        var first = node == First;

        foreach (var cpu in Enumerable.Range(0, first ? 2 : 4))
        {
            foreach (var mode in new[] { "idle", "iowait", "irq", "nice", "softirq", "steal", "system", "user" })
            {
                yield return Counter(
                    $$"""node_cpu_seconds_total{{{labels}}, cpu="{{cpu}}", mode="{{mode}}"}""",
                    at => cpu < 3 || at >= LateCpu);
            }
        }

        yield return Level($"node_load1{{{labels}}}");
        yield return Level($"node_memory_MemAvailable_bytes{{{labels}}}", at => first || at < NoAvailableMemory);
        foreach (var kind in new[] { "Buffers", "Cached", "MemFree", "Slab", "MemTotal" })
        {
            yield return Level($"node_memory_{kind}_bytes{{{labels}}}");
        }

        yield return Counter($"node_vmstat_pgmajfault{{{labels}}}");
        foreach (var device in new[] { """, device="sda" """, """, device="sdb" """, "" })
        {
            yield return Counter($"node_disk_io_time_seconds_total{{{labels}{device}}}");
            yield return Counter($"node_disk_io_time_weighted_seconds_total{{{labels}{device}}}");
        }

        foreach (var device in new[] { "lo", "eth0", "eth1" })
        {
            foreach (var metric in new[] { "receive_bytes", "transmit_bytes", "receive_drop", "transmit_drop" })
            {
                yield return Counter($$"""node_network_{{metric}}_total{{{labels}}, device="{{device}}"}""");
            }
        }

        SyntheticSeries Counter(string name, Func<int, bool>? exists = null) =>
            Samples.Counter(name, exists, Lost, first ? Reboot : int.MaxValue);

        SyntheticSeries Level(string name, Func<int, bool>? exists = null) => Samples.Level(name, exists, Lost);

        bool Lost(int at) => IsDown(node, at);
    }
}
