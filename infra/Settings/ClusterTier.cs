namespace KedaStack.Infra.Settings;

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
