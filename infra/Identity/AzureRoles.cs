namespace KedaStack.Infra.Identity;

/// <summary>Ids of Azure's built-in roles (learn.microsoft.com/azure/role-based-access-control/built-in-roles).</summary>
public static class AzureRoles
{
    /// <summary>Monitoring Data Reader: PromQL on an Azure Monitor workspace.</summary>
    public const string MonitoringDataReader = "b0d8363b-8ddd-447d-831f-62ca05bff136";

    /// <summary>Monitoring Reader: with a query that is scoped to a resource, PromQL on the series of that resource.</summary>
    public const string MonitoringReader = "43d0d8ad-25c7-4714-9337-8ba259a9fe05";

    /// <summary>Grafana Admin.</summary>
    public const string GrafanaAdmin = "22926164-76b3-42b3-bc55-97df8dab3e41";

    /// <summary>Azure Kubernetes Service RBAC Cluster Admin; RBAC Admin cannot write custom resource definitions.</summary>
    public const string AksRbacClusterAdmin = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";

    /// <summary>The name of a role.</summary>
    /// <param name="roleDefinitionId">Its id, or a full resource id that ends with it.</param>
    /// <returns>Null for a role that the stack does not give.</returns>
    public static string? NameOf(string roleDefinitionId) => roleDefinitionId[(roleDefinitionId.LastIndexOf('/') + 1)..] switch
    {
        MonitoringDataReader => "Monitoring Data Reader",
        MonitoringReader => "Monitoring Reader",
        GrafanaAdmin => "Grafana Admin",
        AksRbacClusterAdmin => "Azure Kubernetes Service RBAC Cluster Admin",
        _ => null,
    };
}
