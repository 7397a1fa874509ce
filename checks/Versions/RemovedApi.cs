using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Versions;

/// <summary>The cluster serves the version of every object's API.</summary>
internal sealed class RemovedApi() : Check(new()
{
    Id = "removed-api",
    Severity = Severity.Error,
    Title = "The cluster serves the version of every object's API",
    Failure = "`no matches for kind \"HorizontalPodAutoscaler\" in version \"autoscaling/v2beta2\"`, `ensure CRDs are installed first`",
    Cause = "Kubernetes takes old versions of its APIs away (autoscaling/v2beta2 with 1.26), and KEDA 2 has another group than KEDA 1: keda.sh and not keda.k8s.io.",
    Fix = "Write the version that replaces it, and its fields: kubectl convert, or `kubectl get ... -o yaml` from a cluster.",
    IsOnlyForFiles = true,
})
{
    // https://kubernetes.io/docs/reference/using-api/deprecation-guide, and KEDA's migration guide from 1 to 2.
    private static readonly Dictionary<string, (int Without, string Now)> _removed = new(StringComparer.Ordinal)
    {
        ["autoscaling/v2beta2"] = (26, "autoscaling/v2"),
        ["autoscaling/v2beta1"] = (25, "autoscaling/v2"),
        ["policy/v1beta1"] = (25, "policy/v1"),
        ["networking.k8s.io/v1beta1"] = (22, "networking.k8s.io/v1"),
        ["extensions/v1beta1"] = (22, "apps/v1 or networking.k8s.io/v1"),
        ["apps/v1beta1"] = (16, "apps/v1"),
        ["apps/v1beta2"] = (16, "apps/v1"),
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var resource in stack.Objects)
        {
            var version = resource.Inputs.Text("apiVersion") ?? "";
            if (version.StartsWith("keda.k8s.io/", StringComparison.Ordinal))
            {
                yield return Found(resource, "apiVersion", $"{version}, the group of KEDA 1, which KEDA 2 does not know", "keda.sh/v1alpha1, with scaleTargetRef.name instead of deploymentName");
            }
            else if (_removed.TryGetValue(version, out var removed) && stack.Files?.KubernetesMinor >= removed.Without)
            {
                yield return Found(resource, "apiVersion", string.Create(CultureInfo.InvariantCulture, $"{version}, which Kubernetes has no more since 1.{removed.Without}"), removed.Now);
            }
        }
    }
}
