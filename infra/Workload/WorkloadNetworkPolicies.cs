using Pulumi;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace KedaStack.Infra.Workload;

/// <summary>Who may talk to whom. Probes come from the node itself, which policies do not bar.</summary>
internal static class WorkloadNetworkPolicies
{
    private const int DnsPort = 53;

    /// <summary>The app: in from the load generator and from the metrics agent in kube-system, out to nobody.</summary>
    public static NetworkPolicy SampleApp(ObjectMetaArgs metadata, CustomResourceOptions options) =>
        new(Workload.SampleApp.AppName, new NetworkPolicyArgs
        {
            Metadata = metadata,
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = Pods(Workload.SampleApp.AppName),
                PolicyTypes = { "Ingress", "Egress" },
                Ingress =
                {
                    new NetworkPolicyIngressRuleArgs
                    {
                        From =
                        {
                            new NetworkPolicyPeerArgs { PodSelector = Pods(Workload.LoadGenerator.AppName) },
                            new NetworkPolicyPeerArgs { NamespaceSelector = KubeSystem() },
                        },
                        Ports = { Port(Workload.SampleApp.ContainerPort, "TCP") },
                    },
                },
            },
        }, options);

    /// <summary>The load generator: in from nobody, out to the app and the cluster's DNS.</summary>
    public static NetworkPolicy LoadGenerator(ObjectMetaArgs metadata, CustomResourceOptions options) =>
        new(Workload.LoadGenerator.AppName, new NetworkPolicyArgs
        {
            Metadata = metadata,
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = Pods(Workload.LoadGenerator.AppName),
                PolicyTypes = { "Ingress", "Egress" },
                Egress =
                {
                    new NetworkPolicyEgressRuleArgs
                    {
                        To = { new NetworkPolicyPeerArgs { PodSelector = Pods(Workload.SampleApp.AppName) } },
                        Ports = { Port(Workload.SampleApp.ContainerPort, "TCP") },
                    },
                    new NetworkPolicyEgressRuleArgs
                    {
                        To = { new NetworkPolicyPeerArgs { NamespaceSelector = KubeSystem() } },
                        Ports = { Port(DnsPort, "UDP"), Port(DnsPort, "TCP") },
                    },
                },
            },
        }, options);

    private static LabelSelectorArgs Pods(string app) => new() { MatchLabels = RestrictedPod.Labels(app) };

    private static LabelSelectorArgs KubeSystem() => new()
    {
        MatchLabels = { ["kubernetes.io/metadata.name"] = "kube-system" },
    };

    private static NetworkPolicyPortArgs Port(int port, string protocol) => new() { Port = port, Protocol = protocol };
}
