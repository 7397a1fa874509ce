namespace KedaStack.Infra.Settings;

/// <summary>Who lets people and the Kubernetes provider into the cluster.</summary>
public enum ClusterAccess
{
    /// <summary>The cluster's own certificate accounts.</summary>
    LocalAccounts,

    /// <summary>Microsoft Entra ID with Azure RBAC; local accounts are off.</summary>
    Entra,
}
