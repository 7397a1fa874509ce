using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Diff;

/// <summary>The inputs that a resource cannot change without being deleted and made again, by type.</summary>
internal static class ReplacementFacts
{
    /// <summary>The provider's own input that makes changes of a ConfigMap updates.</summary>
    private const string MutableConfigMaps = "enableConfigMapMutable";

    // Every path parameter of an Azure resource is part of its id (azure-native's forceNew), and a location has
    // x-ms-mutability read, create (azure-rest-api-specs, common-types, TrackedResource).
    private static readonly string[] _azure = ["resourceGroupName", "location"];

    // pulumi-kubernetes provider/pkg/provider/diff.go: metadataForceNewProperties.
    private static readonly string[] _kubernetes = ["metadata.name", "metadata.namespace"];

    private static readonly Dictionary<string, string[]> _byType = new(StringComparer.Ordinal)
    {
        // A change of the principal or scope: azure-native provider/pkg/gen/replacement.go. The role: Azure answers an
        // update with RoleAssignmentUpdateNotPermitted; the stack derives the name from all three, so that it changes too.
        ["azure-native:authorization:RoleAssignment"] = ["roleAssignmentName", "scope", "principalId", "roleDefinitionId"],
        // azure-native provider/pkg/gen/replacement.go: ContainerService.ManagedCluster; the rest of networkProfile can
        // be updated since pulumi-azure-native#4756.
        ["azure-native:containerservice:ManagedCluster"] =
        [
            "resourceName", "dnsPrefix", "fqdnSubdomain", "nodeResourceGroup", "diskEncryptionSetID", "linuxProfile", "windowsProfile",
            "networkProfile.serviceCidr", "networkProfile.serviceCidrs", "networkProfile.dnsServiceIP", "networkProfile.networkMode",
            "networkProfile.networkPlugin", "networkProfile.networkPluginMode", "networkProfile.podCidr",
            "networkProfile.networkDataplane", "networkProfile.networkPolicy", "networkProfile.outboundType",
        ],
        // All others of Azure: the path parameters of the type's id.
        ["azure-native:alertsmanagement:PrometheusRuleGroup"] = ["ruleGroupName"],
        ["azure-native:dashboard:Dashboard"] = ["dashboardName"],
        ["azure-native:dashboard:DashboardDefinition"] = ["dashboardName", "definitionName"],
        ["azure-native:dashboard:Grafana"] = ["workspaceName"],
        ["azure-native:managedidentity:FederatedIdentityCredential"] = ["resourceName", "federatedIdentityCredentialResourceName"],
        ["azure-native:managedidentity:UserAssignedIdentity"] = ["resourceName"],
        ["azure-native:monitor:ActionGroup"] = ["actionGroupName"],
        ["azure-native:monitor:AzureMonitorWorkspace"] = ["azureMonitorWorkspaceName"],
        ["azure-native:monitor:DataCollectionEndpoint"] = ["dataCollectionEndpointName"],
        ["azure-native:monitor:DataCollectionRule"] = ["dataCollectionRuleName"],
        ["azure-native:monitor:DataCollectionRuleAssociation"] = ["associationName", "resourceUri"],
        // pulumi-kubernetes provider/pkg/provider/diff.go: forceNew.
        ["kubernetes:apps/v1:DaemonSet"] = ["spec.selector"],
        ["kubernetes:apps/v1:Deployment"] = ["spec.selector"],
        ["kubernetes:core/v1:ConfigMap"] = ["data", "binaryData"],
        ["kubernetes:core/v1:Service"] = ["spec.clusterIP"],
        // pulumi-kubernetes provider/pkg/provider/helm_release.go: Diff, forceNewFields.
        ["kubernetes:helm.sh/v3:Release"] = ["name", "namespace"],
    };

    /// <summary>The paths of a type's inputs.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="inputs">The inputs as they are now.</param>
    /// <param name="provider">The inputs of the resource's provider, if it has one of its own.</param>
    public static IReadOnlyList<string> Of(string type, JsonObject inputs, JsonObject? provider)
    {
        var own = _byType.GetValueOrDefault(type, []);
        return type.Split(':') switch
        {
            ["azure-native", ..] => [.. own, .. _azure],
            // diff.go: with enableConfigMapMutable only an immutable ConfigMap is replaced.
            ["kubernetes", "core/v1", "ConfigMap"] when provider is not null
                && InputValues.Find(provider, MutableConfigMaps) == "true"
                && InputValues.Find(inputs, "immutable") != "true" => _kubernetes,
            ["kubernetes", "helm.sh/v3", ..] => own,
            ["kubernetes", ..] => [.. own, .. _kubernetes],
            _ => own,
        };
    }

    /// <summary>Whether the type has facts of its own, besides those of all resources of its provider.</summary>
    public static bool Knows(string type) => _byType.ContainsKey(type);
}
