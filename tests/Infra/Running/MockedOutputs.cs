using System.Collections.Immutable;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Running;

/// <summary>The ids and the computed outputs of mocked resources.</summary>
internal static class MockedOutputs
{
    private static readonly string[] _withoutOutputs = ["kedastack:", "kubernetes:", "pulumi:providers:"];

    /// <summary>The id: of an Azure resource, an id of Azure's form.</summary>
    public static string Id(MockResourceArgs args) => args.Type switch
    {
        "azure-native:resources:ResourceGroup" =>
            $"/subscriptions/{Cloud.SubscriptionId}/resourceGroups/{args.Inputs["resourceGroupName"]}",
        "azure-native:containerservice:ManagedCluster" => Arm(args, "Microsoft.ContainerService/managedClusters", "resourceName"),
        "azure-native:monitor:AzureMonitorWorkspace" => Arm(args, "Microsoft.Monitor/accounts", "azureMonitorWorkspaceName"),
        "azure-native:monitor:DataCollectionEndpoint" =>
            Arm(args, "Microsoft.Insights/dataCollectionEndpoints", "dataCollectionEndpointName"),
        "azure-native:monitor:DataCollectionRule" => Arm(args, "Microsoft.Insights/dataCollectionRules", "dataCollectionRuleName"),
        "azure-native:monitor:DataCollectionRuleAssociation" =>
            $"{args.Inputs["resourceUri"]}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{args.Inputs["associationName"]}",
        "azure-native:alertsmanagement:PrometheusRuleGroup" =>
            Arm(args, "Microsoft.AlertsManagement/prometheusRuleGroups", "ruleGroupName"),
        "azure-native:monitor:ActionGroup" => Arm(args, "Microsoft.Insights/actionGroups", "actionGroupName"),
        "azure-native:dashboard:Dashboard" => Arm(args, "Microsoft.Dashboard/dashboards", "dashboardName"),
        "azure-native:dashboard:DashboardDefinition" =>
            $"{Arm(args, "Microsoft.Dashboard/dashboards", "dashboardName")}/dashboardDefinitions/{args.Inputs["definitionName"]}",
        "azure-native:dashboard:Grafana" => Arm(args, "Microsoft.Dashboard/grafana", "workspaceName"),
        "azure-native:managedidentity:UserAssignedIdentity" =>
            Arm(args, "Microsoft.ManagedIdentity/userAssignedIdentities", "resourceName"),
        "azure-native:managedidentity:FederatedIdentityCredential" =>
            $"{Arm(args, "Microsoft.ManagedIdentity/userAssignedIdentities", "resourceName")}/federatedIdentityCredentials/keda-operator",
        "azure-native:authorization:RoleAssignment" =>
            $"{args.Inputs["scope"]}/providers/Microsoft.Authorization/roleAssignments/{args.Inputs["roleAssignmentName"]}",
        "pulumi:providers:kubernetes" => Cloud.KubernetesProviderId,
        _ => $"{args.Name}-id",
    };

    /// <summary>The outputs that are not inputs under the same name.</summary>
    public static ImmutableDictionary<string, object> Of(MockResourceArgs args) => args.Type switch
    {
        "azure-native:resources:ResourceGroup" => Map(("name", args.Inputs["resourceGroupName"])),
        "azure-native:containerservice:ManagedCluster" => Map(
            ("name", args.Inputs["resourceName"]),
            ("oidcIssuerProfile", Map(("enabled", true), ("issuerURL", Cloud.OidcIssuer)))),
        "azure-native:monitor:AzureMonitorWorkspace" => Map(
            ("name", args.Inputs["azureMonitorWorkspaceName"]),
            ("metrics", Map(("internalId", "mac_1"), ("prometheusQueryEndpoint", Cloud.QueryEndpoint)))),
        "azure-native:monitor:DataCollectionEndpoint" => Map(("name", args.Inputs["dataCollectionEndpointName"])),
        "azure-native:monitor:DataCollectionRule" => Map(("name", args.Inputs["dataCollectionRuleName"])),
        "azure-native:monitor:DataCollectionRuleAssociation" => Map(("name", args.Inputs["associationName"])),
        "azure-native:dashboard:Dashboard" => Map(("name", args.Inputs["dashboardName"])),
        "azure-native:dashboard:DashboardDefinition" => Map(("name", args.Inputs["definitionName"])),
        "azure-native:dashboard:Grafana" => Map(
            ("name", args.Inputs["workspaceName"]),
            ("identity", Map(
                ("type", "SystemAssigned"), ("principalId", Cloud.GrafanaPrincipalId), ("tenantId", Cloud.TenantId))),
            ("properties", Map(("endpoint", Cloud.GrafanaUrl)))),
        "azure-native:managedidentity:UserAssignedIdentity" => Map(
            ("name", args.Inputs["resourceName"]),
            ("clientId", Cloud.KedaClientId),
            ("principalId", Cloud.KedaPrincipalId),
            ("tenantId", Cloud.TenantId)),
        "azure-native:managedidentity:FederatedIdentityCredential" =>
            Map(("name", args.Inputs["federatedIdentityCredentialResourceName"])),
        "azure-native:authorization:RoleAssignment" => Map(("name", args.Inputs["roleAssignmentName"])),
        "azure-native:monitor:ActionGroup" => Map(("name", args.Inputs["actionGroupName"])),
        "azure-native:alertsmanagement:PrometheusRuleGroup" => Map(("name", args.Inputs["ruleGroupName"])),
        _ when _withoutOutputs.Any(prefix => args.Type!.StartsWith(prefix, StringComparison.Ordinal)) => Map(),
        _ => throw new NotSupportedException($"The mocks do not know the resource type {args.Type}."),
    };

    private static string Arm(MockResourceArgs args, string type, string name) =>
        $"/subscriptions/{Cloud.SubscriptionId}/resourceGroups/{args.Inputs["resourceGroupName"]}/providers/{type}/{args.Inputs[name]}";

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
