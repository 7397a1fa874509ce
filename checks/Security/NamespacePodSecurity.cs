using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>Namespaces enforce the Pod Security standard "restricted".</summary>
internal sealed class NamespacePodSecurity() : Check(new()
{
    Id = "namespace-pod-security",
    Severity = Severity.Error,
    Title = "Namespaces enforce the Pod Security standard \"restricted\"",
    Failure = "nothing, and anything may run in the namespace, privileged pods too; with a misspelt level `must be one of privileged, baseline, restricted`",
    Cause = "Without the label the cluster's default holds, which is privileged.",
    Fix = "Label the namespace `pod-security.kubernetes.io/enforce: restricted`.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    private const string Label = "pod-security.kubernetes.io/enforce";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from ns in stack.OfType(ResourceTypes.Namespace)
        where ns.Labels().GetValueOrDefault(Label) != "restricted"
        select Found(ns, "metadata.labels", LabelSelector.Shown(ns.Labels()), $"{Label}=restricted");
}
