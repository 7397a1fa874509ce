using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>A network policy selects pods of its namespace, and what it allows exists.</summary>
internal sealed class NetworkPolicySelector() : Check(new()
{
    Id = "network-policy-selector",
    Severity = Severity.Warning,
    Title = "A network policy selects pods of its namespace, and what it allows exists",
    Failure = "pods that anybody in the cluster may talk to",
    Cause = "A policy that selects no pods forbids nothing.",
    Fix = "Use the labels of the pod template.",
    About = [ResourceTypes.NetworkPolicy],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from policy in stack.OfType(ResourceTypes.NetworkPolicy)
        where !stack.Pods.Any(pods => pods.Namespace == policy.Namespace() && LabelSelector.Matches(policy.Inputs.At("spec.podSelector"), pods.Labels))
        select Absent(policy, "spec.podSelector", policy.Inputs.Shown("spec.podSelector"), $"labels of pods in {policy.NamespaceInWords()}");
}
