using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>A Deployment's selector matches the labels of its own pods.</summary>
internal sealed class DeploymentSelector() : Check(new()
{
    Id = "deployment-selector",
    Severity = Severity.Error,
    Title = "A Deployment's selector matches the labels of its own pods",
    Failure = "`spec.template.metadata.labels: Invalid value: ...: selector does not match template labels`",
    Cause = "The API server refuses a Deployment that would not find its pods.",
    Fix = "Use the same labels in `spec.selector.matchLabels` and in `spec.template.metadata.labels`.",
    About = [ResourceTypes.Deployment, ResourceTypes.StatefulSet, ResourceTypes.DaemonSet],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from pods in stack.Pods
        where pods.Spec is not null
        let selector = pods.Owner.Inputs.At("spec.selector")
        where LabelSelector.IsEmpty(selector) || !LabelSelector.Matches(selector, pods.Labels)
        select Found(pods.Owner, "spec.selector", pods.Owner.Inputs.Shown("spec.selector"), $"labels of its pods: {LabelSelector.Shown(pods.Labels)}");
}
