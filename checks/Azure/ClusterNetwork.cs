using System.Net;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>The cluster's address ranges do not overlap, DNS is in the range of Services, and network policies are enforced.</summary>
internal sealed class ClusterNetwork() : Check(new()
{
    Id = "cluster-network",
    Severity = Severity.Error,
    Title = "The cluster's address ranges do not overlap, DNS is in the range of Services, and network policies are enforced",
    Failure = "`ServiceCidrOverlap...`, `The specified dnsServiceIP is not in the serviceCidr`; or policies that nobody enforces",
    Cause = "AKS checks the ranges; without `networkPolicy` the API server takes policies and no one acts on them.",
    Fix = "Separate `podCidr` and `serviceCidr`, a `dnsServiceIP` inside the latter, and `networkPolicy: cilium` with `networkDataplane: cilium`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Profile = "networkProfile";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        // An Automatic cluster has Cilium preset.
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster).Where(cluster =>
            cluster.Inputs.Text("sku.name") != "Automatic" || cluster.Inputs.Map(Profile).Count > 0))
        {
            var (pods, services) = (Range(cluster.Inputs.Text($"{Profile}.podCidr")), Range(cluster.Inputs.Text($"{Profile}.serviceCidr")));
            foreach (var path in new[] { $"{Profile}.podCidr", $"{Profile}.serviceCidr" }.Where(path =>
                cluster.Inputs.Text(path) is { } text && Range(text) is null))
            {
                yield return Found(cluster, path, cluster.Inputs.Text(path), "a range such as 10.0.0.0/16, its first address first");
            }

            if (pods is { } one && services is { } two && (one.Contains(two.BaseAddress) || two.Contains(one.BaseAddress)))
            {
                yield return Found(cluster, $"{Profile}.serviceCidr", $"{services}, which overlaps {pods}", "separate ranges");
            }

            if (services is { } range && (!IPAddress.TryParse(cluster.Inputs.Text($"{Profile}.dnsServiceIP"), out var dns) || !range.Contains(dns)))
            {
                yield return Found(cluster, $"{Profile}.dnsServiceIP", cluster.Inputs.Shown($"{Profile}.dnsServiceIP"), $"an address in {services}");
            }

            var (policy, dataplane) = (cluster.Inputs.Text($"{Profile}.networkPolicy"), cluster.Inputs.Text($"{Profile}.networkDataplane"));
            if (stack.OfType(ResourceTypes.NetworkPolicy).Any() && policy is null or "none")
            {
                yield return Found(cluster, $"{Profile}.networkPolicy", policy, "cilium: the stack has network policies");
            }

            var (plugin, mode) = (cluster.Inputs.Text($"{Profile}.networkPlugin"), cluster.Inputs.Text($"{Profile}.networkPluginMode"));
            if (plugin != "azure" && (mode is not null || dataplane == "cilium"))
            {
                yield return Found(cluster, $"{Profile}.networkPlugin", plugin, "azure, which overlay and cilium need");
            }

            if (plugin == "azure" && mode is null && cluster.Inputs.Text($"{Profile}.podCidr") is not null)
            {
                yield return Found(cluster, $"{Profile}.networkPluginMode", null, "overlay, with a podCidr");
            }

            if ((policy == "cilium") != (dataplane == "cilium"))
            {
                yield return Found(cluster, $"{Profile}.networkDataplane", $"{dataplane ?? "nothing"} with networkPolicy {policy ?? "nothing"}", "cilium for both");
            }
        }
    }

    // Since .NET 10 an address inside the range is parsed, too.
    private static IPNetwork? Range(string? text) => IPNetwork.TryParse(text, out var range) && text?.Split('/')[0] == range.BaseAddress.ToString() ? range : null;
}
