using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>Whether network policies let traffic through.</summary>
internal static class NetworkReach
{
    /// <summary>The pods of kube-system, as far as policies can tell them: by the label of their namespace.</summary>
    public static PodGroup? KubeSystem => null;

    /// <summary>
    /// Whether traffic reaches pods on a port: no policy restricts the direction, or one of those that do allows it. A
    /// peer that is null stands for the pods of kube-system.
    /// </summary>
    /// <param name="stack">The stack.</param>
    /// <param name="pods">The pods that the policies are for.</param>
    /// <param name="direction">Ingress or Egress.</param>
    /// <param name="peer">The other side.</param>
    /// <param name="port">The destination's port.</param>
    public static bool Allows(StackView stack, PodGroup pods, string direction, PodGroup? peer, ContainerPort port)
    {
        var policies = stack.OfType(ResourceTypes.NetworkPolicy)
            .Where(policy => policy.Namespace() == pods.Namespace
                && LabelSelector.Matches(policy.Inputs.At("spec.podSelector"), pods.Labels)
                && Restricts(policy.Inputs, direction))
            .ToList();
        var (rules, peers) = direction == "Ingress" ? ("spec.ingress", "from") : ("spec.egress", "to");
        return policies.Count == 0 || policies.Exists(policy => policy.Inputs.Objects(rules).Any(rule =>
            HasPort(rule, port) && (rule[peers] is null || rule.Objects(peers).Any(candidate => IsPeer(candidate, policy.Namespace(), peer)))));
    }

    private static bool Restricts(JsonNode policy, string direction) => policy.Texts("spec.policyTypes") switch
    {
        { Count: > 0 } types => types.Contains(direction),
        // Left out, it is Ingress, and Egress where there are rules for it.
        _ => direction == "Ingress" || policy.At("spec.egress") is not null,
    };

    private static bool HasPort(JsonObject rule, ContainerPort port) =>
        rule["ports"] is null || rule.Objects("ports").Any(candidate =>
            (candidate.Text("protocol") ?? "TCP") == port.Protocol
            && (candidate["port"] is null || port.Is(candidate.Scalar("port"))
                || (candidate.Number("port") <= port.Number && candidate.Number("endPort") >= port.Number)));

    private static bool IsPeer(JsonObject candidate, string policyNamespace, PodGroup? peer)
    {
        if (candidate["ipBlock"] is not null)
        {
            return false;
        }

        var ns = peer?.Namespace ?? "kube-system";
        var namespaceLabels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = ns };
        var inNamespace = candidate["namespaceSelector"] is { } selector ? LabelSelector.Matches(selector, namespaceLabels) : ns == policyNamespace;
        // The labels of kube-system's pods are not known, so that any pod selector on them is taken to match.
        var isPod = peer is null || candidate["podSelector"] is not { } podSelector || LabelSelector.Matches(podSelector, peer.Labels);
        return inNamespace && isPod;
    }
}
