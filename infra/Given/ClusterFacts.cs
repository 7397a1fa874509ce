using Pulumi.AzureNative.ContainerService;

namespace KedaStack.Infra.Given;

/// <summary>What was read of a cluster that is there.</summary>
public sealed record ClusterFacts
{
    /// <summary>Whether it issues tokens that others can check.</summary>
    public bool OidcIssuer { get; init; }

    /// <summary>The issuer; empty where there is none.</summary>
    public string IssuerUrl { get; init; } = "";

    /// <summary>Whether pods get the token of their service account for Azure.</summary>
    public bool WorkloadIdentity { get; init; }

    /// <summary>Whether the agents of managed Prometheus run in it.</summary>
    public bool Metrics { get; init; }

    /// <summary>Whether AKS' KEDA add-on is on.</summary>
    public bool KedaAddOn { get; init; }

    /// <summary>Whether its certificate accounts are off.</summary>
    public bool LocalAccountsDisabled { get; init; }

    /// <summary>Whether its API server has no public address.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is stopped.</summary>
    public bool IsStopped { get; init; }

    /// <summary>What the program has read.</summary>
    internal static ClusterFacts Of(GetManagedClusterResult read) => new()
    {
        OidcIssuer = read.OidcIssuerProfile?.Enabled == true,
        IssuerUrl = read.OidcIssuerProfile?.IssuerURL ?? "",
        WorkloadIdentity = read.SecurityProfile?.WorkloadIdentity?.Enabled == true,
        Metrics = read.AzureMonitorProfile?.Metrics?.Enabled == true,
        KedaAddOn = read.WorkloadAutoScalerProfile?.Keda?.Enabled == true,
        LocalAccountsDisabled = read.DisableLocalAccounts == true,
        IsPrivate = read.ApiServerAccessProfile?.EnablePrivateCluster == true,
        IsStopped = read.PowerState?.Code == "Stopped",
    };
}
