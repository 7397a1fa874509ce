using System.Collections.Immutable;

namespace KedaStack.Infra.Monitoring.Rules;

/// <summary>
/// Which workload each pod belongs to, always 1, so that a dashboard can add up pods by workload: multiplied with usage
/// it brings the labels <c>workload</c> and <c>workload_type</c>.
/// </summary>
internal static class PodOwnerRules
{
    private const string Record = "namespace_workload_pod:kube_pod_owner:relabel";

    /// <summary>The rules, one for each type of workload, all of the same record.</summary>
    public static ImmutableArray<RecordingRule> All { get; } =
    [
        Rule("deployment", OfDeployments),
        Rule("daemonset", OwnedBy("DaemonSet")),
        Rule("statefulset", OwnedBy("StatefulSet")),
        Rule("job", OwnedBy("Job")),
    ];

    /// <summary>
    /// A Deployment owns its pods through a ReplicaSet, so its name is one join away. The owner of a ReplicaSet is taken
    /// for a Deployment whatever it is: an Argo Rollout counts as one, and the pods of a ReplicaSet that nobody owns
    /// have a series without a workload. Microsoft's rule does the same, and the dashboards know no other type.
    /// </summary>
    /// <remarks>Of each ReplicaSet at most one series takes part: a second one would make the join fail for all pods.</remarks>
    private static string OfDeployments =>
        $$"""
        {{Renamed("""kube_pod_owner{job="kube-state-metrics", owner_kind="ReplicaSet"}""", "owner_name", "replicaset")}}
        * on (cluster, namespace, replicaset) group_left (workload)
        topk by (cluster, namespace, replicaset) (
        1, {{Renamed("""kube_replicaset_owner{job="kube-state-metrics"}""", "owner_name", "workload")}}
        )
        """;

    private static string OwnedBy(string kind) =>
        Renamed($$"""kube_pod_owner{job="kube-state-metrics", owner_kind="{{kind}}"}""", "owner_name", "workload");

    // The maximum drops the labels of kube-state-metrics itself, of which there may be two instances for a while.
    private static RecordingRule Rule(string workloadType, string pods) => new(Record, $$"""
        max by (cluster, namespace, workload, pod) (
        {{pods}}
        )
        """)
    {
        Labels = ImmutableDictionary<string, string>.Empty.Add("workload_type", workloadType),
    };

    private static string Renamed(string series, string from, string to) =>
        $"""label_replace({series}, "{to}", "$1", "{from}", "(.*)")""";
}
