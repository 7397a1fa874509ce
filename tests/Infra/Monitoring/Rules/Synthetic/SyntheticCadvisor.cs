namespace KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

/// <summary>
/// What cadvisor says of the containers, and of a pod that kube-state-metrics does not know. Above them are the pods'
/// cgroups, which have no image. A second job exports the same metrics; no rule may read it.
/// </summary>
internal static class SyntheticCadvisor
{
    private static readonly string[] _jobs = ["cadvisor", "copy"];

    private static readonly SyntheticPod _unknown = new("shop", "unknown", "Node", "") { Node = _ => SyntheticNodes.First };

    public static IEnumerable<SyntheticSeries> All =>
        from job in _jobs
        from node in SyntheticNodes.Names
        from pod in SyntheticPods.All.Append(_unknown)
        from cgroup in Cgroups(pod)
        from series in Usage($"""cluster="demo", job="{job}", instance="{node}", {pod.Labels}, {cgroup}""", pod, node)
        select series;

    private static IEnumerable<string> Cgroups(SyntheticPod pod) => pod.Containers
        .Select(container => $"""container="{container}", id="/{pod.Name}/{container}", image="registry/{container}:1" """)
        .Append($"""id="/{pod.Name}" """);

    private static IEnumerable<SyntheticSeries> Usage(string labels, SyntheticPod pod, string node)
    {
        yield return Samples.Counter($$"""container_cpu_usage_seconds_total{{{labels}}, cpu="total"}""", Runs, Lost);
        foreach (var kind in new[] { "working_set_bytes", "rss", "cache", "swap" })
        {
            yield return Samples.Level($"container_memory_{kind}{{{labels}}}", Runs, Lost);
        }

        bool Runs(int at) => pod.RunsOn(node, at);
        bool Lost(int at) => SyntheticNodes.IsDown(node, at);
    }
}
