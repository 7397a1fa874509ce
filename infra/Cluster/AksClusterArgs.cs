using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using Pulumi;
using Pulumi.AzureNative.ContainerService;
using Pulumi.AzureNative.ContainerService.Inputs;

namespace KedaStack.Infra.Cluster;

/// <summary>What the cluster is made of.</summary>
internal static class AksClusterArgs
{
    private const string SystemPoolName = "system";
    private const int ImageCleanerIntervalHours = 168;
    private const int AutomaticSystemNodes = 3;

    /// <summary>The cluster's arguments.</summary>
    public static ManagedClusterArgs Create(
        StackSettings settings, ResourceNames names, Output<string> resourceGroup, InputMap<string> tags)
    {
        var args = settings.Cluster.Sku switch
        {
            ClusterSku.Base => BaseCluster(settings.Cluster),
            ClusterSku.Automatic => AutomaticCluster(),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Cluster.Sku, "There is no such kind of cluster."),
        };
        args.ResourceGroupName = resourceGroup;
        args.ResourceName = names.Cluster;
        args.Location = settings.Location;
        args.Tags = tags;
        args.DnsPrefix = names.DnsPrefix;
        args.Identity = new ManagedClusterIdentityArgs { Type = ResourceIdentityType.SystemAssigned };
        args.EnableRBAC = true;
        args.OidcIssuerProfile = new ManagedClusterOIDCIssuerProfileArgs { Enabled = true };
        // A Prometheus of one's own collects for itself.
        args.AzureMonitorProfile = settings.Platform.Metrics is OwnPrometheus { IsAzureMonitor: false } ? null! : new ManagedClusterAzureMonitorProfileArgs
        {
            Metrics = new ManagedClusterAzureMonitorProfileMetricsArgs
            {
                Enabled = true,
                // Empty lists: "*" would attach every label of every object to its series.
                KubeStateMetrics = new ManagedClusterAzureMonitorProfileKubeStateMetricsArgs
                {
                    MetricLabelsAllowlist = "",
                    MetricAnnotationsAllowList = "",
                },
            },
        };

        if (settings.Cluster.KubernetesVersion is { } version)
        {
            args.KubernetesVersion = version;
        }

        if (settings.Cluster.Access == ClusterAccess.Entra)
        {
            args.DisableLocalAccounts = true;
            args.AadProfile = new ManagedClusterAADProfileArgs { Managed = true, EnableAzureRBAC = true };
        }

        if (settings.Keda.Installation == KedaInstallation.AddOn)
        {
            args.WorkloadAutoScalerProfile = new ManagedClusterWorkloadAutoScalerProfileArgs
            {
                Keda = new ManagedClusterWorkloadAutoScalerProfileKedaArgs { Enabled = true },
            };
        }

        return args;
    }

    private static ManagedClusterArgs BaseCluster(ClusterSettings settings) => new()
    {
        Sku = new ManagedClusterSKUArgs { Name = ManagedClusterSKUName.Base, Tier = Tier(settings.Tier) },
        // Premium is refused without the first, and the others with it; written out, so that a change of the tier takes it along.
        SupportPlan = settings.Tier == ClusterTier.Premium
            ? KubernetesSupportPlan.AKSLongTermSupport
            : KubernetesSupportPlan.KubernetesOfficial,
        SecurityProfile = new ManagedClusterSecurityProfileArgs
        {
            WorkloadIdentity = new ManagedClusterSecurityProfileWorkloadIdentityArgs { Enabled = true },
            ImageCleaner = new ManagedClusterSecurityProfileImageCleanerArgs
            {
                Enabled = true,
                IntervalHours = ImageCleanerIntervalHours,
            },
        },
        NetworkProfile = new ContainerServiceNetworkProfileArgs
        {
            NetworkPlugin = NetworkPlugin.Azure,
            NetworkPluginMode = NetworkPluginMode.Overlay,
            NetworkDataplane = NetworkDataplane.Cilium,
            NetworkPolicy = NetworkPolicy.Cilium,
            LoadBalancerSku = LoadBalancerSku.Standard,
            PodCidr = "10.244.0.0/16",
            ServiceCidr = "10.0.0.0/16",
            DnsServiceIP = "10.0.0.10",
        },
        AutoUpgradeProfile = new ManagedClusterAutoUpgradeProfileArgs
        {
            UpgradeChannel = UpgradeChannel.Patch,
            NodeOSUpgradeChannel = NodeOSUpgradeChannel.NodeImage,
        },
        NodeResourceGroupProfile = new ManagedClusterNodeResourceGroupProfileArgs
        {
            RestrictionLevel = RestrictionLevel.ReadOnly,
        },
        AgentPoolProfiles = { SystemPool(settings) },
    };

    // Network, upgrades, image cleaner, lockdown and node provisioning are preset, and Azure refuses other values
    // (https://learn.microsoft.com/azure/aks/intro-aks-automatic); this API version wants a system pool, whose VM size Azure chooses.
    private static ManagedClusterArgs AutomaticCluster() => new()
    {
        Sku = new ManagedClusterSKUArgs { Name = ManagedClusterSKUName.Automatic, Tier = ManagedClusterSKUTier.Standard },
        SecurityProfile = new ManagedClusterSecurityProfileArgs
        {
            WorkloadIdentity = new ManagedClusterSecurityProfileWorkloadIdentityArgs { Enabled = true },
        },
        AgentPoolProfiles = { new ManagedClusterAgentPoolProfileArgs { Name = SystemPoolName, Mode = AgentPoolMode.System, Count = AutomaticSystemNodes } },
    };

    private static ManagedClusterAgentPoolProfileArgs SystemPool(ClusterSettings settings)
    {
        var pool = new ManagedClusterAgentPoolProfileArgs
        {
            Name = SystemPoolName,
            Mode = AgentPoolMode.System,
            Type = AgentPoolType.VirtualMachineScaleSets,
            OsType = OSType.Linux,
            OsSKU = OSSKU.AzureLinux,
            VmSize = settings.NodeVmSize,
            EnableAutoScaling = true,
            Count = settings.NodeCountMin,
            MinCount = settings.NodeCountMin,
            MaxCount = settings.NodeCountMax,
            UpgradeSettings = new AgentPoolUpgradeSettingsArgs { MaxSurge = "33%" },
        };
        if (settings.Zones.Count > 0)
        {
            pool.AvailabilityZones = settings.Zones.ToArray();
        }

        return pool;
    }

    private static ManagedClusterSKUTier Tier(ClusterTier tier) => tier switch
    {
        ClusterTier.Free => ManagedClusterSKUTier.Free,
        ClusterTier.Standard => ManagedClusterSKUTier.Standard,
        ClusterTier.Premium => ManagedClusterSKUTier.Premium,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "There is no such tier."),
    };
}
