using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>Nothing in the cluster is reachable from outside.</summary>
internal sealed class PublicExposure() : Check(new()
{
    Id = "public-exposure",
    Severity = Severity.Error,
    Title = "Nothing in the cluster is reachable from outside",
    Failure = "nothing, until somebody finds the public IP address",
    Cause = "A Service of type LoadBalancer gets a public address, an Ingress a public name; the sample app has neither sign-in nor TLS.",
    Fix = "Use type ClusterIP; for an internal address the annotation `service.beta.kubernetes.io/azure-load-balancer-internal: \"true\"`.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    private const string Internal = "service.beta.kubernetes.io/azure-load-balancer-internal";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var service in stack.OfType(ResourceTypes.Service))
        {
            var type = service.Inputs.Text("spec.type");
            if (type is not (null or "ClusterIP" or "ExternalName")
                && !(type == "LoadBalancer" && service.Inputs.Map("metadata.annotations").GetValueOrDefault(Internal) == "true"))
            {
                yield return Found(service, "spec.type", type, "ClusterIP");
            }

            if (service.Inputs.Texts("spec.externalIPs").Count > 0)
            {
                yield return Found(service, "spec.externalIPs", service.Inputs.Shown("spec.externalIPs"), "none");
            }
        }

        foreach (var ingress in stack.OfType(ResourceTypes.Ingress))
        {
            yield return Found(ingress, "", "an Ingress", "none, or a suppression that says what protects it");
        }
    }
}
