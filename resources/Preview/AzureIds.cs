using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Preview;

/// <summary>The ids of Azure resources, which follow from their explicit names: what <c>pulumi import</c> asks for.</summary>
internal static class AzureIds
{
    /// <summary>The output that the subscription's id is.</summary>
    public const string SubscriptionReference = "client.subscriptionId";

    private const string ResourceGroup = "azure-native:resources:ResourceGroup";

    /// <summary>By type: the path below the resource group, with the inputs that are names in braces (the path parameters of
    /// azure-rest-api-specs).</summary>
    private static readonly Dictionary<string, string> _paths = new()
    {
        ["azure-native:alertsmanagement:PrometheusRuleGroup"] = "Microsoft.AlertsManagement/prometheusRuleGroups/{ruleGroupName}",
        ["azure-native:containerservice:ManagedCluster"] = "Microsoft.ContainerService/managedClusters/{resourceName}",
        ["azure-native:dashboard:Dashboard"] = "Microsoft.Dashboard/dashboards/{dashboardName}",
        ["azure-native:dashboard:DashboardDefinition"] =
            "Microsoft.Dashboard/dashboards/{dashboardName}/dashboardDefinitions/{definitionName}",
        ["azure-native:dashboard:Grafana"] = "Microsoft.Dashboard/grafana/{workspaceName}",
        ["azure-native:managedidentity:FederatedIdentityCredential"] =
            "Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
        ["azure-native:managedidentity:UserAssignedIdentity"] = "Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}",
        ["azure-native:monitor:ActionGroup"] = "Microsoft.Insights/actionGroups/{actionGroupName}",
        ["azure-native:monitor:AzureMonitorWorkspace"] = "Microsoft.Monitor/accounts/{azureMonitorWorkspaceName}",
        ["azure-native:monitor:DataCollectionEndpoint"] = "Microsoft.Insights/dataCollectionEndpoints/{dataCollectionEndpointName}",
        ["azure-native:monitor:DataCollectionRule"] = "Microsoft.Insights/dataCollectionRules/{dataCollectionRuleName}",
    };

    /// <summary>The ids by URN. Missing are those that names alone do not make: role assignments and what is in the cluster.</summary>
    /// <param name="stack">The preview, with the subscription's id among its known outputs: Grafana's name follows from it.</param>
    /// <param name="subscriptionId">The id of the subscription.</param>
    public static IReadOnlyDictionary<string, string> Of(ResourceGraph stack, string subscriptionId)
    {
        var ids = new Dictionary<string, string>();
        foreach (var resource in stack.Resources)
        {
            if (Id(resource, subscriptionId, stack, ids) is { } id)
            {
                ids[resource.Urn] = id;
            }
        }

        return ids;
    }

    private static string? Id(GraphResource resource, string subscriptionId, ResourceGraph stack, Dictionary<string, string> ids)
    {
        var group = $"/subscriptions/{subscriptionId}/resourceGroups/{InputValues.Find(resource.Inputs, "resourceGroupName")}";
        return resource.Type switch
        {
            ResourceGroup => group,
            // It is an extension of the cluster's id.
            "azure-native:monitor:DataCollectionRuleAssociation" =>
                stack.Resources.First(other => other.Type == "azure-native:containerservice:ManagedCluster") is var cluster
                    && ids.TryGetValue(cluster.Urn, out var id)
                        ? $"{id}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{InputValues.Find(resource.Inputs, "associationName")}"
                        : null,
            _ => _paths.TryGetValue(resource.Type, out var path) ? $"{group}/providers/{Names(path, resource.Inputs)}" : null,
        };
    }

    private static string Names(string path, JsonObject inputs) => string.Join('/', path.Split('/').Select(part =>
        part.StartsWith('{') ? InputValues.Find(inputs, part.Trim('{', '}')) : part));
}
