namespace KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

/// <summary>
/// What kube-state-metrics says of the pods. One instance replaces another, and for six minutes there are both. A second
/// job exports the same metrics; rules that ask for the job may not read it.
/// </summary>
internal static class SyntheticKubeState
{
    private static readonly string[] _resources =
    [
        """resource="cpu", unit="core" """,
        """resource="memory", unit="byte" """,
    ];

    private static readonly string[] _kinds = ["requests", "limits"];
    private static readonly string[] _phases = ["Pending", "Running", "Succeeded", "Failed", "Unknown"];

    public static IEnumerable<SyntheticSeries> All =>
    [
        .. Instance("kube-state-metrics", "10.244.0.7:8080", at => at < 46),
        .. Instance("kube-state-metrics", "10.244.1.9:8080", at => at >= 34),
        .. Resources("""cluster="demo", job="copy" """, _ => true, times: 2),
        .. Owners("""cluster="demo", job="copy" """, _ => true),
    ];

    private static IEnumerable<SyntheticSeries> Instance(string job, string instance, Func<int, bool> exists)
    {
        var labels = $"""cluster="demo", job="{job}", instance="{instance}" """;
        return [.. States(labels, exists), .. Resources(labels, exists), .. Owners(labels, exists)];
    }

    private static IEnumerable<SyntheticSeries> States(string labels, Func<int, bool> exists)
    {
        foreach (var pod in SyntheticPods.All)
        {
            foreach (var node in new[] { "", SyntheticNodes.First, SyntheticNodes.Second })
            {
                yield return One(
                    $$"""kube_pod_info{{{labels}}, {{pod.Labels}}{{Label("node", node)}}}""",
                    at => exists(at) && pod.Node(at) == node);
            }

            foreach (var phase in _phases)
            {
                yield return Samples.Gauge(
                    $$"""kube_pod_status_phase{{{labels}}, {{pod.Labels}}, phase="{{phase}}"}""",
                    at => pod.Phase(at) == phase ? 1 : 0,
                    exists);
            }
        }
    }

    // The proxies have no limits, and the last pod asks for nothing.
    private static IEnumerable<SyntheticSeries> Resources(string labels, Func<int, bool> exists, int times = 1) =>
        from pod in SyntheticPods.All.SkipLast(1)
        from container in pod.Containers
        from resource in _resources
        from kind in _kinds
        where kind == "requests" || container != "proxy"
        select Samples.Gauge(
            $$"""kube_pod_container_resource_{{kind}}{{{labels}}, {{pod.Labels}}, container="{{container}}", {{resource}}}""",
            _ => times * (pod.Name.Length + 3 * container.Length + 5 * resource.Length + 7 * kind.Length),
            exists);

    private static IEnumerable<SyntheticSeries> Owners(string labels, Func<int, bool> exists) =>
    [
        .. SyntheticPods.All.Select(pod => One(
            $$"""kube_pod_owner{{{labels}}, {{pod.Labels}}, owner_kind="{{pod.OwnerKind}}", owner_name="{{pod.OwnerName}}"}""",
            exists)),
        .. SyntheticPods.ReplicaSets.Select(set => One(
            $$"""kube_replicaset_owner{{{labels}}, namespace="{{set.Namespace}}", replicaset="{{set.Name}}"{{Owner(set.Deployment)}}}""",
            exists)),
    ];

    private static string Owner(string name) => Label("owner_name", name);

    private static SyntheticSeries One(string name, Func<int, bool> exists) => Samples.Gauge(name, _ => 1, exists);

    private static string Label(string name, string value) => value == "" ? "" : $", {name}=\"{value}\"";
}
