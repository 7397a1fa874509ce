using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Links;

/// <summary>Whether the pods that are asked for are there and ready.</summary>
internal sealed class PodsLink() : Link(
    LinkIds.Pods, "the target's pods and replica sets, the scheduler's and the cluster autoscaler's events, the node pools' maxima",
    "no node with room, images, crashes, probes, quotas and policies that refuse pods")
{
    // A pod that was made just now is on its way.
    private static readonly TimeSpan _starting = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        if (!chain.PodsRead.IsOk)
        {
            return LinkVerdict.NotRead($"pods: {chain.PodsRead.WhyUnread}");
        }

        if (Refused(chain) is { } refused)
        {
            return refused;
        }

        var late = chain.Pods.Where(pod => !Chain.IsReady(pod) && (ClusterEvent.Time(pod, "metadata.creationTimestamp") ?? default) <= chain.Now - _starting).ToList();
        var describe = late is [var first, ..] ? $"kubectl -n {chain.Namespace} describe pod {first.Text("metadata.name")}" : "";
        if (late.Find(pod => Chain.Condition(pod, "PodScheduled").Text("status") == "False") is { } unscheduled)
        {
            var full = chain.Events.FirstOrDefault(one => one is { Reason: "NotTriggerScaleUp", Kind: "Pod" })?.Note;
            return AzurePods.Explain(chain, LinkVerdict.Fail(
                $"{ShownNumber.Count(late.Count)} of {Shown.Count(chain.Pods.Count, "pod")} wait for a node: {ScalerCauses.Shown(Chain.Condition(unscheduled, "PodScheduled").Text("message") ?? "")}{(full is null ? "" : $"; {ScalerCauses.Shown(full)}")}",
                "not a matter of scaling: no node has room for the pods that it asked for", "add nodes or raise the node pool's maximum: az aks nodepool update --cluster-name <cluster> --resource-group <group> --name <pool> --update-cluster-autoscaler --max-count <count>"), late.Count);
        }

        if (late.Count > 0)
        {
            var why = late.SelectMany(Waiting).FirstOrDefault() ?? "their containers are not ready";
            var verdict = LinkVerdict.Fail(
                $"{ShownNumber.Count(late.Count)} of {Shown.Count(chain.Pods.Count, "pod")} {(late.Count == 1 ? "is" : "are")} not ready: {why}",
                chain.ReadyPods == 0 ? "no pod serves, and none has metrics that could be scraped" : "pods that are not ready serve nothing", describe);
            return chain.ReadyPods >= late.Count ? verdict with { State = LinkState.Warning } : verdict;
        }

        return chain.Target is null ? LinkVerdict.NotRead("the target was not read") : LinkVerdict.Pass(chain.Pods.Count == 0 ? "none asked for" : $"{ShownNumber.Count(chain.ReadyPods)} of {ShownNumber.Count(chain.Pods.Count)} ready");
    }

    private static LinkVerdict? Refused(Chain chain)
    {
        var sets = chain.Answers.Items(ApiPath.Of("apps/v1", chain.Namespace, "replicasets"))
            .Where(set => set.Objects("metadata.ownerReferences").Any(owner => owner.Text("name") == chain.TargetName)).Concat(chain.Target is { } target ? [target] : []);
        return sets.Select(set => Chain.Condition(set, "ReplicaFailure")).FirstOrDefault(one => one.Text("status") == "True") is { } failure
            ? LinkVerdict.Fail(
                $"{failure.Text("reason")}: {ScalerCauses.Shown(failure.Text("message") ?? "")}", "the API server refuses the pods: a quota, a limit range, a policy or a webhook",
                $"kubectl -n {chain.Namespace} describe {chain.TargetKind.ToLowerInvariant()} {chain.TargetName}")
            : null;
    }

    private static IEnumerable<string> Waiting(JsonObject pod) => pod.Objects("status.containerStatuses").Concat(pod.Objects("status.initContainerStatuses"))
        .Select(status => (Reason: status.Text("state.waiting.reason") ?? status.Text("state.terminated.reason") ?? (status.IsFalse("ready") ? "NotReady" : null), Message: status.Text("state.waiting.message")))
        .Where(one => one.Reason is not null and not "ContainerCreating")
        .Select(one => one.Message is null ? one.Reason == "NotReady" ? "the readiness probe fails" : one.Reason! : $"{one.Reason}: {ScalerCauses.Shown(one.Message)}");
}
