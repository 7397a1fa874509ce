using static KedaStack.Tests.Infra.Monitoring.Rules.Synthetic.SyntheticNodes;

namespace KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

/// <summary>
/// Pods of all types of workload in two namespaces. A pod and a ReplicaSet of one namespace have namesakes in the other,
/// which belong to a Deployment of another name.
/// </summary>
internal static class SyntheticPods
{
    public static IReadOnlyList<SyntheticPod> All { get; } =
    [
        new("shop", "web-5d9-a", "ReplicaSet", "web-5d9") { Node = _ => First, Containers = ["app", "proxy"] },
        new("shop", "web-5d9-b", "ReplicaSet", "web-5d9") { Node = _ => Second, Containers = ["app", "proxy"] },
        new("shop", "web-6f4-a", "ReplicaSet", "web-6f4")
        {
            Node = at => at < 30 ? "" : First,
            Phase = at => at < 34 ? "Pending" : "Running",
            Containers = ["app", "proxy"],
        },
        new("shop", "bare-x", "ReplicaSet", "bare") { Node = _ => Second },
        new("shop", "db-0", "StatefulSet", "db") { Node = at => at < 40 ? First : Second, Containers = ["app", "exporter"] },
        new("shop", "agent-1", "DaemonSet", "agent") { Node = _ => First },
        new("ops", "agent-2", "DaemonSet", "agent") { Node = _ => Second },
        new("ops", "web-5d9-a", "ReplicaSet", "web-5d9") { Node = _ => Second },
        new("ops", "crash-a", "ReplicaSet", "web-5d9") { Node = _ => Second, Phase = _ => "Failed" },
        new("shop", "crash-a", "ReplicaSet", "web-6f4") { Node = _ => First },
        new("ops", "backup-1", "Job", "backup") { Node = _ => First, Phase = at => at < 36 ? "Running" : "Succeeded" },
        new("ops", "lost", "StatefulSet", "lost") { Node = _ => First, Phase = at => at < 50 ? "Running" : "Unknown" },
        new("ops", "static", "Node", First) { Node = _ => First },
    ];

    /// <summary>The ReplicaSets and who owns them; nobody owns the last one.</summary>
    public static IReadOnlyList<(string Namespace, string Name, string Deployment)> ReplicaSets { get; } =
    [
        ("shop", "web-5d9", "web"),
        ("shop", "web-6f4", "web"),
        ("ops", "web-5d9", "portal"),
        ("shop", "bare", ""),
    ];
}
