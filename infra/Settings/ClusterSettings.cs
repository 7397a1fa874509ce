namespace KedaStack.Infra.Settings;

/// <summary>The AKS cluster.</summary>
public sealed record ClusterSettings
{
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
