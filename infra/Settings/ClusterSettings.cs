namespace KedaStack.Infra.Settings;

/// <summary>The AKS cluster.</summary>
public sealed record ClusterSettings
{
    /// <summary>The kind of cluster that is created.</summary>
    public required ClusterSku Sku { get; init; }

    /// <summary>Who lets people and the Kubernetes provider in.</summary>
    public required ClusterAccess Access { get; init; }

    /// <summary>How kubelogin gets its token with <see cref="ClusterAccess.Entra"/>.</summary>
    public required KubeloginMode Kubelogin { get; init; }

    /// <summary>The Kubernetes version: a minor alias such as 1.35, or a patch version.</summary>
    /// <value>Null: the default of AKS in the region.</value>
    public string? KubernetesVersion { get; init; }

    /// <summary>The VM size of the nodes.</summary>
    public required string NodeVmSize { get; init; }

    /// <summary>The least nodes; at least 1.</summary>
    public required int NodeCountMin { get; init; }

    /// <summary>The most nodes; at most 1,000 and not below the least.</summary>
    public required int NodeCountMax { get; init; }

    /// <summary>The pricing tier of the control plane.</summary>
    public required ClusterTier Tier { get; init; }

    /// <summary>The availability zones of the nodes: 1, 2, 3.</summary>
    /// <value>Empty: none.</value>
    public required IReadOnlyList<string> Zones { get; init; }
}

/// <summary>The kinds of AKS clusters.</summary>
public enum ClusterSku
{
    /// <summary>Its nodes, network and upgrades are those of the settings and the stack.</summary>
    Base,

    /// <summary>Azure chooses them, and keeps OIDC issuer, workload identity, KEDA and Azure RBAC on.</summary>
    Automatic,
}

/// <summary>Who lets people and the Kubernetes provider into the cluster.</summary>
public enum ClusterAccess
{
    /// <summary>The cluster's own certificate accounts.</summary>
    LocalAccounts,

    /// <summary>Microsoft Entra ID with Azure RBAC; local accounts are off.</summary>
    Entra,
}

/// <summary>The pricing tier of the cluster's control plane.</summary>
public enum ClusterTier
{
    /// <summary>No service level agreement; for small clusters.</summary>
    Free,

    /// <summary>With a service level agreement.</summary>
    Standard,

    /// <summary>Standard with long-term support.</summary>
    Premium,
}

/// <summary>How kubelogin gets a token for an Entra cluster; never by device code, which blocks for ever in CI.</summary>
public enum KubeloginMode
{
    /// <summary>From the Azure CLI that is signed in: laptops, and CI after azure/login.</summary>
    AzureCli,

    /// <summary>From a federated token: AZURE_CLIENT_ID, AZURE_TENANT_ID, AZURE_FEDERATED_TOKEN_FILE.</summary>
    WorkloadIdentity,
}
