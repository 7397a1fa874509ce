namespace KedaStack.Tests.Infra.Running;

/// <summary>What the pretended Azure answers. No two values are alike, so that one in another's place is noticed.</summary>
internal static class Cloud
{
    public const string SubscriptionId = "5f3a1c07-6a50-4d0e-8f3b-0a1f6f0e7d11";
    public const string TenantId = "e20d3b8c-0b57-45f4-9a64-2d1a7c9b5e22";
    public const string DeployerObjectId = "90c1a4de-3f3c-4f8b-b8d5-6e0c2b7f9a33";
    public const string DeployerClientId = "1b8e7d65-58a4-4c1f-a0c9-7d3e4f5a6b44";

    public const string KedaClientId = "c4d5e6f7-1a2b-4c3d-8e4f-5a6b7c8d9e55";
    public const string KedaPrincipalId = "a9b8c7d6-5e4f-4a3b-9c2d-1e0f9a8b7c66";
    public const string GrafanaPrincipalId = "77665544-3322-4110-a99a-887766554477";

    public const string OidcIssuer = "https://eastus.oic.prod-aks.azure.com/e20d3b8c-0b57-45f4-9a64-2d1a7c9b5e22/f1e2d3c4/";
    public const string QueryEndpoint = "https://kedastack-dev-a1b2.eastus.prometheus.monitor.azure.com";
    public const string GrafanaUrl = "https://kedastack-dev-a1b2c3-e4f5.eus.grafana.azure.com";
    public const string KubernetesProviderId = "kubernetes-provider-of-this-stack";

    public const string ResourceGroupId = $"/subscriptions/{SubscriptionId}/resourceGroups/kedastack-dev";
    public const string ClusterId = $"{ResourceGroupId}/providers/Microsoft.ContainerService/managedClusters/kedastack-dev";
    public const string WorkspaceId = $"{ResourceGroupId}/providers/Microsoft.Monitor/accounts/kedastack-dev";

    /// <summary>The object id of a user.</summary>
    public static string ObjectIdOf(string userPrincipalName) => userPrincipalName switch
    {
        "alice@contoso.com" => "b0a1c2d3-e4f5-4061-8273-94a5b6c7d888",
        "bob@contoso.com" => "d1e2f3a4-b5c6-4708-9192-a3b4c5d6e799",
        _ => throw new ArgumentOutOfRangeException(nameof(userPrincipalName), userPrincipalName, "There is no such user."),
    };

    /// <summary>The full id of a built-in role, as Azure stores it.</summary>
    public static string RoleDefinitionId(string role) =>
        $"/subscriptions/{SubscriptionId}/providers/Microsoft.Authorization/roleDefinitions/{role}";
}
