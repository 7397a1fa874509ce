using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>Node pools and the cluster's network.</summary>
internal static class AzureConditions
{
    private const string Aks = "ManagedCluster/aks";
    private const string Pool = "agentPoolProfiles[0]";
    private const string Profile = "networkProfile";

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        new("node-pools", "all bounds the same", stack => Bounds(stack, 1, 1, 1)),
        new("node-pools", "no node", stack => Bounds(stack, 0, 1, 3), Pool, "minCount 0, count 1, maxCount 3"),
        new("node-pools", "fewer than the least", stack => Bounds(stack, 2, 1, 3), Pool, "minCount 2, count 1"),
        new("node-pools", "more than the most", stack => Bounds(stack, 1, 4, 3), Pool, "count 4, maxCount 3"),
        new("node-pools", "as many as the most", stack => Bounds(stack, 1, 3, 3)),
        new("node-pools", "bounds alone", stack => Bounds(stack, 1, null, 3)),
        new("node-pools", "bounds alone, the wrong way round", stack => Bounds(stack, 4, null, 3), Pool, "minCount 4, count , maxCount 3"),
        new("node-pools", "no least", stack => Bounds(stack, null, 2, 3), Pool, "minCount , count 2"),
        new("node-pools", "a fixed count", stack => Fixed(Bounds(stack, null, 1, null))),
        new("node-pools", "a fixed count of none", stack => Fixed(Bounds(stack, null, 0, null)), Pool, "count 0"),
        new("node-pools", "no count at all", stack => Fixed(Bounds(stack, null, null, null)), Pool, "enableAutoScaling false"),
        new("node-pools", "a fixed count with a least", stack => Fixed(Bounds(stack, 1, 1, null)), Pool, "minCount 1"),
        new("node-pools", "a fixed count with a most", stack => Fixed(Bounds(stack, null, 1, 3)), Pool, "maxCount 3"),
        new("node-pools", "a system pool of Windows", stack => stack.With(Aks, $"{Pool}.osType", "Windows"), "agentPoolProfiles", "none a Linux pool of mode System"),
        new("node-pools", "a system pool that does not say its system", stack => stack.Without(Aks, $"{Pool}.osType")),
        new("node-pools", "a second pool of Windows", stack => stack.With(Aks, "agentPoolProfiles[1]", Second("Windows"))),
        new("node-pools", "a second pool without a name of its kind", stack => stack.With(Aks, "agentPoolProfiles[1]", Second("Linux")).With(Aks, "agentPoolProfiles[1].name", "2nd"), "agentPoolProfiles[1].name", "2nd"),
        new("node-pools", "a size without its family", stack => stack.With(Aks, $"{Pool}.vmSize", "D2s_v5"), $"{Pool}.vmSize", "D2s_v5"),
        new("node-pools", "no size", stack => stack.Without(Aks, $"{Pool}.vmSize"), $"{Pool}.vmSize", "nothing"),
        new("node-pools", "no size of an Automatic cluster", stack => stack.Without(Aks, $"{Pool}.vmSize").With(Aks, "sku.name", "Automatic")),
        new("region-unknown", "the region of something else", stack => stack.With("UserAssignedIdentity/keda-identity", "location", "${other.location}")),
        new("cluster-network", "pods from an address", stack => stack.With(Aks, $"{Profile}.podCidr", "10.244.0.5/16"), $"{Profile}.podCidr", "10.244.0.5/16"),
        new("cluster-network", "services from an address", stack => stack.With(Aks, $"{Profile}.serviceCidr", "10.0.0.1/16"), $"{Profile}.serviceCidr", "10.0.0.1/16"),
        new("cluster-network", "pods inside the services", stack => stack.With(Aks, $"{Profile}.serviceCidr", "10.0.0.0/16").With(Aks, $"{Profile}.podCidr", "10.0.128.0/24"), $"{Profile}.serviceCidr", "which overlaps 10.0.128.0/24"),
        new("cluster-network", "services inside the pods", stack => stack.With(Aks, $"{Profile}.podCidr", "10.0.0.0/8"), $"{Profile}.serviceCidr", "which overlaps 10.0.0.0/8"),
        new("cluster-network", "ranges side by side", stack => stack.With(Aks, $"{Profile}.serviceCidr", "10.0.0.0/16").With(Aks, $"{Profile}.podCidr", "10.1.0.0/16")),
        new("cluster-network", "no DNS", stack => stack.Without(Aks, $"{Profile}.dnsServiceIP"), $"{Profile}.dnsServiceIP", "an address in"),
        new("cluster-network", "pods' range without overlay", stack => stack.Without(Aks, $"{Profile}.networkPluginMode").With(Aks, $"{Profile}.podCidr", "10.244.0.0/16"), $"{Profile}.networkPluginMode", "overlay, with a podCidr"),
        new("cluster-network", "no overlay", stack => stack.Without(Aks, $"{Profile}.networkPluginMode").Without(Aks, $"{Profile}.podCidr")),
        new("cluster-network", "another policy than the data plane's", stack => stack.With(Aks, $"{Profile}.networkPolicy", "calico"), $"{Profile}.networkDataplane", "cilium with networkPolicy calico"),
        new("cluster-network", "a policy without its data plane", stack => stack.Without(Aks, $"{Profile}.networkDataplane"), $"{Profile}.networkDataplane", "nothing with networkPolicy cilium"),
        new("cluster-network", "the policies of somebody else", stack => stack.Without(Aks, $"{Profile}.networkDataplane").With(Aks, $"{Profile}.networkPolicy", "calico")),
        new("cluster-network", "kubenet with the data plane of azure", stack => stack.With(Aks, $"{Profile}.networkPlugin", "kubenet").Without(Aks, $"{Profile}.networkPluginMode"), $"{Profile}.networkPlugin", "kubenet"),
        new("cluster-network", "kubenet", stack => stack.With(Aks, $"{Profile}.networkPlugin", "kubenet").Without(Aks, $"{Profile}.networkPluginMode").Without(Aks, $"{Profile}.networkDataplane").With(Aks, $"{Profile}.networkPolicy", "calico")),
        new("cluster-network", "an Automatic cluster's own", stack => stack.With(Aks, "sku.name", "Automatic").Without(Aks, Profile)),
        new("cluster-network", "an Automatic cluster's own ranges that overlap", stack => stack.With(Aks, "sku.name", "Automatic").With(Aks, $"{Profile}.podCidr", "10.0.0.0/8"), $"{Profile}.serviceCidr", "which overlaps 10.0.0.0/8; expected separate ranges"),
        new("cluster-network", "the policy none", stack => stack.Without(Aks, $"{Profile}.networkDataplane").With(Aks, $"{Profile}.networkPolicy", "none"), $"{Profile}.networkPolicy", "none; expected cilium: the stack has network policies"),
        new("cluster-network", "nobody to enforce what is not there", stack => WithoutPolicies(stack).Without(Aks, $"{Profile}.networkDataplane").Without(Aks, $"{Profile}.networkPolicy")),
        new("cluster-network", "no plugin", stack => stack.Without(Aks, $"{Profile}.networkPlugin"), $"{Profile}.networkPlugin", "nothing; expected azure, which overlay and cilium need"),
        new("cluster-network", "another plugin with overlay alone", stack => stack.With(Aks, $"{Profile}.networkPlugin", "kubenet").Without(Aks, $"{Profile}.networkDataplane").With(Aks, $"{Profile}.networkPolicy", "calico"), $"{Profile}.networkPlugin", "kubenet; expected azure"),
        new("cluster-network", "no range of Services, whatever the DNS", stack => stack.Without(Aks, $"{Profile}.serviceCidr").With(Aks, $"{Profile}.dnsServiceIP", "192.0.2.10")),
        new("cluster-network", "DNS that is no address", stack => stack.With(Aks, $"{Profile}.dnsServiceIP", "dns"), $"{Profile}.dnsServiceIP", "dns; expected an address in 10.0.0.0/16"),
        new("cluster-network", "no range of pods", stack => stack.Without(Aks, $"{Profile}.podCidr")),
        new("region-unknown", "what needs none", stack => stack.With("UserAssignedIdentity/keda-identity", "location", "global")),
        new("region-unknown", "no region", stack => stack.Without("UserAssignedIdentity/keda-identity", "location")),
        new("region-unknown", "two of them unknown", stack => stack.With("UserAssignedIdentity/keda-identity", "location", "eastsu").With("Grafana/grafana", "location", "eastsu"), "location", "eastsu; expected one of the "),
        new("cluster-network", "no network", stack => stack.Without(Aks, Profile), $"{Profile}.networkPolicy", "the stack has network policies"),
    ];

    private static ResourceGraph Bounds(ResourceGraph stack, int? min, int? count, int? max) => Set(Set(Set(stack, "minCount", min), "count", count), "maxCount", max);

    private static ResourceGraph Set(ResourceGraph stack, string name, int? value) =>
        value is { } number ? stack.With(Aks, $"{Pool}.{name}", number) : stack.With(Aks, $"{Pool}.{name}", 1).Without(Aks, $"{Pool}.{name}");

    private static ResourceGraph WithoutPolicies(ResourceGraph stack) => stack with { Resources = [.. stack.Resources.Where(one => one.Type != ResourceTypes.NetworkPolicy)] };

    private static ResourceGraph Fixed(ResourceGraph stack) => stack.With(Aks, $"{Pool}.enableAutoScaling", false);

    private static JsonObject Second(string system) => new()
    {
        ["name"] = "second",
        ["mode"] = "User",
        ["osType"] = system,
        ["vmSize"] = "Standard_D2s_v5",
        ["count"] = 1,
        ["enableAutoScaling"] = false,
    };
}
