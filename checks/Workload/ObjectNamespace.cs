using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>Every namespace that is used is one that the stack makes, or Kubernetes' own.</summary>
internal sealed class ObjectNamespace() : Check(new()
{
    Id = "object-namespace",
    Severity = Severity.Error,
    Title = "Every namespace that is used is one that the stack makes, or Kubernetes' own",
    Failure = "`namespaces \"...\" not found`",
    Cause = "Kubernetes does not make a namespace because an object wants to be in it.",
    Fix = "Take the name from the Namespace's output.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    private static readonly string[] _builtIn = ["default", "kube-system", "kube-public", "kube-node-lease"];
    private static readonly HashSet<string> _clusterWide =
        [ResourceTypes.Namespace, ResourceTypes.ClusterTriggerAuthentication, "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var names = stack.OfType(ResourceTypes.Namespace).Select(ns => ns.ObjectName()).Concat(_builtIn).Concat(stack.Given.Namespaces).ToHashSet();
        return from resource in stack.Objects
               where !_clusterWide.Contains(resource.Type)
               let path = resource.Type == ResourceTypes.HelmRelease ? "namespace" : "metadata.namespace"
               let ns = resource.Inputs.Text(path)
               where ns is null ? resource.Inputs.At("metadata") is not null : !names.Contains(ns)
               select Found(resource, path, ns, $"one of {string.Join(", ", names)}");
    }
}
