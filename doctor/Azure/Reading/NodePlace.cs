using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Reading;

/// <summary>Where a node's machine is in Azure: AKS puts all of a cluster into one resource group of its own.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="ResourceGroup">The resource group.</param>
internal sealed partial record NodePlace(string Subscription, string ResourceGroup)
{
    /// <summary>The place of the first node of a list; null where the node is no machine of Azure's (cloud-provider-azure, <c>azure:///</c> and the id).</summary>
    public static NodePlace? Of(ClusterAnswer nodes) => Form().Match(nodes.Body.Text("items[0].spec.providerID") ?? "") is { Success: true } match
        ? new NodePlace(match.Groups["subscription"].Value, match.Groups["group"].Value) : null;

    /// <summary>Whether a cluster's machines are there.</summary>
    public bool IsOf(JsonObject cluster) => string.Equals(cluster.Text("properties.nodeResourceGroup"), ResourceGroup, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^azure:///subscriptions/(?<subscription>[0-9a-f-]{36})/resourceGroups/(?<group>[^/]+)/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
