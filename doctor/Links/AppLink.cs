using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Links;

/// <summary>The pods that serve the metrics.</summary>
internal sealed class AppLink() : Link(LinkIds.App, "the target and its pods", "nothing by itself: whether pods run is the link pods")
{
    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        if (chain.Target is null)
        {
            return LinkVerdict.NotRead(!chain.PodsRead.IsOk ? $"pods: {chain.PodsRead.WhyUnread}"
                : chain.TargetName.Length == 0 ? "nothing here is scaled" : $"{chain.TargetKind} {chain.TargetName} is not among what was read");
        }

        if (!chain.PodsRead.IsOk)
        {
            return LinkVerdict.NotRead($"pods: {chain.PodsRead.WhyUnread}");
        }

        return chain.Target.Number("spec.replicas") == 0 && chain.Pods.Count == 0 ? LinkVerdict.Pass($"{chain.TargetKind} {chain.TargetName} is scaled to 0")
            : chain.ReadyPods > 0 ? LinkVerdict.Pass($"{ShownNumber.Count(chain.ReadyPods)} of {Shown.Count(chain.Pods.Count, "pod")} ready")
            : LinkVerdict.NotRead($"no pod is ready that could serve metrics (of {ShownNumber.Count(chain.Pods.Count)}): see pods");
    }
}
