using KedaStack.Infra.Monitoring.Rules;
using KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;
using KedaStack.Tests.Infra.Monitoring.Rules.Tools;

namespace KedaStack.Tests.Infra.Monitoring.Rules;

/// <summary>
/// Two clusters that report to one workspace, with a StatefulSet, a Deployment and their pods of the same names. The
/// reference mixes them up, if its rules run over the whole workspace; ours do not.
/// </summary>
public class SharedWorkspaceTests
{
    private const string Rss = "node_namespace_pod_container:container_memory_rss";
    private const string Owner = "namespace_workload_pod:kube_pod_owner:relabel";

    private static readonly IReadOnlyList<SyntheticSeries> _series =
    [
        .. Cluster("a", "node-of-a", "web"),
        .. Cluster("b", "node-of-b", "other"),
        // The pod of cluster b moves, and for a while it is on two nodes.
        One("""kube_pod_info{cluster="b", namespace="shop", pod="db-0", node="another-node-of-b"}"""),
    ];

    [PromtoolFact]
    public void MemoryRule_PodOfTheSameNameInTwoClusters_HasANodeOfItsOwnCluster()
    {
        using var test = new RuleTest { Series = _series };
        test.AddRules("ours", KubernetesRules.Group.Rules);
        test.Expect(1, $$"""count by (cluster) ({{Rss}}{node=~".*node-of-a"})""", ("""{cluster="a"}""", 1));
        test.Expect(1, $$"""count by (cluster) ({{Rss}}{node=~".*node-of-b"})""", ("""{cluster="b"}""", 1));

        var result = test.Run();

        Assert.True(result.Passed, result.Output);
    }

    [PromtoolFact]
    public void OwnerRule_ReplicaSetOfTheSameNameInTwoClusters_HasTheDeploymentOfItsOwnCluster()
    {
        using var test = new RuleTest { Series = _series };
        test.AddRules("ours", KubernetesRules.Group.Rules);
        test.Expect(1, Owner,
            (Owner + """{cluster="a", namespace="shop", pod="web-5d9-a", workload="web", workload_type="deployment"}""", 1),
            (Owner + """{cluster="b", namespace="shop", pod="web-5d9-a", workload="other", workload_type="deployment"}""", 1));

        var result = test.Run();

        Assert.True(result.Passed, result.Output);
    }

    [ReferenceFact]
    public void Reference_PodOfTheSameNameInTwoClusters_HasTheNodeOfOneOfThem()
    {
        using var test = new RuleTest { Series = _series };
        test.AddRules("reference", ReferenceRules.Kubernetes);
        test.Expect(1, $"count(count by (node) ({Rss}))", ("{}", 1));

        var result = test.Run();

        Assert.True(result.Passed, result.Output);
    }

    private static IEnumerable<SyntheticSeries> Cluster(string cluster, string node, string deployment)
    {
        var labels = $"""cluster="{cluster}", namespace="shop" """;
        const string job = """job="kube-state-metrics" """;
        return
        [
            One($$"""kube_pod_info{{{labels}}, pod="db-0", node="{{node}}"}"""),
            Samples.Level($$"""container_memory_rss{{{labels}}, pod="db-0", container="db", image="db:1", job="cadvisor"}"""),
            One($$"""kube_pod_owner{{{labels}}, {{job}}, pod="web-5d9-a", owner_kind="ReplicaSet", owner_name="web-5d9"}"""),
            One($$"""kube_replicaset_owner{{{labels}}, {{job}}, replicaset="web-5d9", owner_name="{{deployment}}"}"""),
        ];
    }

    private static SyntheticSeries One(string name) => Samples.Gauge(name, _ => 1);
}
