using System.Text.Json.Nodes;
using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Infra.Settings;

namespace KedaStack.Tests.Infra.Cluster;

public sealed class AksClusterTests
{
    [Fact]
    public async Task Cluster_ByDefault_IsThis()
    {
        JsonAssert.Equal(
            """
            {
              "resourceGroupName": "kedastack-dev",
              "resourceName": "kedastack-dev",
              "location": "eastus",
              "tags": { "project": "kedastack", "stack": "dev" },
              "dnsPrefix": "kedastack-dev",
              "identity": { "type": "SystemAssigned" },
              "sku": { "name": "Base", "tier": "Free" },
              "supportPlan": "KubernetesOfficial",
              "enableRBAC": true,
              "oidcIssuerProfile": { "enabled": true },
              "securityProfile": {
                "workloadIdentity": { "enabled": true },
                "imageCleaner": { "enabled": true, "intervalHours": 168 }
              },
              "azureMonitorProfile": {
                "metrics": {
                  "enabled": true,
                  "kubeStateMetrics": { "metricLabelsAllowlist": "", "metricAnnotationsAllowList": "" }
                }
              },
              "networkProfile": {
                "networkPlugin": "azure",
                "networkPluginMode": "overlay",
                "networkDataplane": "cilium",
                "networkPolicy": "cilium",
                "loadBalancerSku": "standard",
                "outboundType": "loadBalancer",
                "podCidr": "10.244.0.0/16",
                "serviceCidr": "10.0.0.0/16",
                "dnsServiceIP": "10.0.0.10"
              },
              "autoUpgradeProfile": { "upgradeChannel": "patch", "nodeOSUpgradeChannel": "NodeImage" },
              "nodeResourceGroupProfile": { "restrictionLevel": "ReadOnly" },
              "agentPoolProfiles": [
                {
                  "name": "system",
                  "mode": "System",
                  "type": "VirtualMachineScaleSets",
                  "osType": "Linux",
                  "osSKU": "AzureLinux",
                  "vmSize": "Standard_D2s_v5",
                  "enableAutoScaling": true,
                  "count": 2,
                  "minCount": 2,
                  "maxCount": 4,
                  "upgradeSettings": { "maxSurge": "33%" }
                }
              ]
            }
            """,
            (await Stacks.Helm)["ManagedCluster aks"].Inputs);
    }

    [Fact]
    public async Task Cluster_WithAddOn_DiffersInTheAddOnOnly()
    {
        var expected = await DefaultInputsAsync();
        expected["workloadAutoScalerProfile"] = JsonNode.Parse("""{ "keda": { "enabled": true } }""");

        JsonAssert.Equal(expected.ToJsonString(), (await Stacks.AddOn)["ManagedCluster aks"].Inputs);
    }

    [Fact]
    public async Task Cluster_WithEntra_DiffersInAccessOnly()
    {
        var expected = await DefaultInputsAsync();
        expected["disableLocalAccounts"] = true;
        expected["aadProfile"] = JsonNode.Parse("""{ "managed": true, "enableAzureRBAC": true }""");

        JsonAssert.Equal(expected.ToJsonString(), (await Stacks.Entra)["ManagedCluster aks"].Inputs);
    }

    [Fact]
    public async Task Cluster_WithEveryClusterSetting_DiffersInThoseOnly()
    {
        var cluster = await ClusterAsync(settings => settings with
        {
            KubernetesVersion = "1.35",
            NodeVmSize = "Standard_D4s_v5",
            NodeCountMin = 3,
            NodeCountMax = 9,
            Tier = ClusterTier.Standard,
            Zones = ["1", "2", "3"],
        });

        var expected = await DefaultInputsAsync();
        expected["kubernetesVersion"] = "1.35";
        expected["sku"]!["tier"] = "Standard";
        var pool = expected["agentPoolProfiles"]![0]!;
        pool["vmSize"] = "Standard_D4s_v5";
        pool["count"] = 3;
        pool["minCount"] = 3;
        pool["maxCount"] = 9;
        pool["availabilityZones"] = new JsonArray("1", "2", "3");
        JsonAssert.Equal(expected.ToJsonString(), cluster.Inputs);
    }

    [Fact]
    public async Task Cluster_Automatic_LeavesToAzureWhatIsPresetThere()
    {
        var run = await StackRun.UpdateAsync(Given.Settings(("sku", "Automatic"), ("access", "entra"), ("kedaInstallation", "addon")));

        JsonAssert.Equal(
            """
            {
              "aadProfile": { "managed": true, "enableAzureRBAC": true },
              "agentPoolProfiles": [{ "name": "system", "mode": "System", "count": 3 }],
              "azureMonitorProfile": {
                "metrics": { "enabled": true, "kubeStateMetrics": { "metricLabelsAllowlist": "", "metricAnnotationsAllowList": "" } }
              },
              "disableLocalAccounts": true,
              "dnsPrefix": "kedastack-dev",
              "enableRBAC": true,
              "identity": { "type": "SystemAssigned" },
              "location": "eastus",
              "oidcIssuerProfile": { "enabled": true },
              "resourceGroupName": "kedastack-dev",
              "resourceName": "kedastack-dev",
              "securityProfile": { "workloadIdentity": { "enabled": true } },
              "sku": { "name": "Automatic", "tier": "Standard" },
              "tags": { "project": "kedastack", "stack": "dev" },
              "workloadAutoScalerProfile": { "keda": { "enabled": true } }
            }
            """,
            run["ManagedCluster aks"].Inputs);
        Assert.False(run.Has("Release keda"));
    }

    [Theory]
    [InlineData(ClusterTier.Free, "Free", "KubernetesOfficial")]
    [InlineData(ClusterTier.Standard, "Standard", "KubernetesOfficial")]
    [InlineData(ClusterTier.Premium, "Premium", "AKSLongTermSupport")]
    public async Task Tier_OfTheSettings_IsTheSkusWithItsSupportPlan(ClusterTier tier, string expected, string supportPlan)
    {
        var cluster = await ClusterAsync(settings => settings with { Tier = tier });

        Assert.Equal((expected, supportPlan), (cluster.Text("sku.tier"), cluster.Text("supportPlan")));
    }

    [Fact]
    public async Task KubernetesVersion_NotSet_IsLeftToAks() =>
        Assert.Null((await Stacks.Helm)["ManagedCluster aks"].At("kubernetesVersion"));

    [Fact]
    public async Task Zones_NotSet_AreLeftOut() =>
        Assert.Null((await Stacks.Helm)["ManagedCluster aks"].At("agentPoolProfiles[0].availabilityZones"));

    [Fact]
    public async Task OrchestratorVersion_OfThePool_IsNeverGiven() => Assert.All(
        await Stacks.AllAsync(), run => Assert.Null(run["ManagedCluster aks"].At("agentPoolProfiles[0].orchestratorVersion")));

    [Fact]
    public async Task AddOn_WithHelm_IsNotSwitchedOn() =>
        Assert.Null((await Stacks.Helm)["ManagedCluster aks"].At("workloadAutoScalerProfile"));

    [Fact]
    public async Task Cluster_WithALocation_IsThere()
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with { Location = "westeurope" });

        Assert.Equal("westeurope", run["ManagedCluster aks"].Text("location"));
    }

    private static async Task<JsonObject> DefaultInputsAsync() =>
        (JsonObject)(await Stacks.Helm)["ManagedCluster aks"].Inputs.DeepClone();

    private static async Task<StackResource> ClusterAsync(Func<ClusterSettings, ClusterSettings> change)
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with { Cluster = change(Stacks.Defaults.Cluster) });
        return run["ManagedCluster aks"];
    }
}
