using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Infra.Settings;

namespace KedaStack.Tests.Infra.Refusals;

/// <summary>What the program refuses before a resource is updated, with the real stack before and after.</summary>
public sealed class RefusedUpdatesTests
{
    private const string Cluster = "ManagedCluster aks";
    private const string Credential = "FederatedIdentityCredential keda-credential";

    [Theory]
    [InlineData("kedaInstallation=helm", "kedaInstallation=addon", Cluster, "aks: workloadAutoScalerProfile.keda.enabled changes from none to true: AKS refuses its add-on beside the chart", "docs/changes.md, From the chart to the add-on")]
    [InlineData("kedaInstallation=addon", "kedaInstallation=helm", Cluster, "aks: workloadAutoScalerProfile.keda.enabled changes from true to none: the chart cannot take over", "docs/changes.md, From the add-on to the chart")]
    [InlineData("kedaNamespace=keda", "kedaNamespace=scaling", Credential, "subject changes from system:serviceaccount:keda:keda-operator to system:serviceaccount:scaling:keda-operator: a second release cannot own", "docs/changes.md, To another namespace")]
    [InlineData("nodeVmSize=Standard_D2s_v5", "nodeVmSize=Standard_D4s_v5", Cluster, "aks: agentPoolProfiles[0].vmSize changes from Standard_D2s_v5 to Standard_D4s_v5: Azure cannot change the VM size", "az aks nodepool add")]
    [InlineData("zones=1", "zones=1,2", Cluster, "aks: agentPoolProfiles[0].availabilityZones changes from [\"1\"] to [\"1\",\"2\"]: Azure cannot change", "deploy a new stack")]
    [InlineData("zones=", "zones=1", Cluster, "aks: agentPoolProfiles[0].availabilityZones changes from none to [\"1\"]: Azure cannot change", "deploy a new stack")]
    [InlineData("access=entra", "access=localAccounts", Cluster, "aks: aadProfile changes from {", "set access back to entra, or deploy a new stack")]
    [InlineData("nodeCountMin=2", "nodeCountMin=3", Cluster, "that 2 is sent, and Azure refuses a count outside of 3 to 4", "`az aks nodepool update --resource-group kedastack-dev --cluster-name kedastack-dev --name system --update-cluster-autoscaler --min-count 3 --max-count 4` first, and `pulumi refresh`")]
    [InlineData("nodeCountMin=3", "nodeCountMin=1;nodeCountMax=2", Cluster, "that 3 is sent, and Azure refuses a count outside of 1 to 2", "--min-count 1 --max-count 2")]
    public async Task Update_ThatBreaks_IsRefusedInOneSentenceWithTheWayOut(
        string last, string present, string resource, string what, string way)
    {
        var (before, after) = (await DeployAsync(last), await DeployAsync(present));

        foreach (var isPreview in new[] { false, true })
        {
            var (label, sentence) = Assert.Single(await EngineUpdate.RunAsync(before, after, isPreview));

            Assert.Equal(resource, label);
            Assert.Contains(what, sentence, StringComparison.Ordinal);
            Assert.Contains(way, sentence, StringComparison.Ordinal);
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', sentence);
        }
    }

    [Theory]
    [InlineData("access=localAccounts", "access=entra")]
    [InlineData("tier=Free", "tier=Standard")]
    [InlineData("nodeCountMin=2", "nodeCountMin=1")]
    [InlineData("nodeCountMax=4", "nodeCountMax=9")]
    [InlineData("kubernetesVersion=1.35", "kubernetesVersion=1.36")]
    [InlineData("tags=", "tags=team=a")]
    [InlineData("kedaInstallation=addon", "kedaInstallation=addon;kedaNamespace=scaling")]
    [InlineData("kedaNamespace=keda", "kedaNamespace=scaling;allowReplacement=keda")]
    [InlineData("threshold=10", "threshold=20")]
    public async Task Update_ThatAzureMakes_IsNotRefused(string last, string present) =>
        Assert.Empty(await EngineUpdate.RunAsync(await DeployAsync(last), await DeployAsync(present)));

    [Fact]
    public async Task Update_OfThePoolsCountAfterARefresh_IsNotRefused()
    {
        var (before, after) = (await DeployAsync("nodeCountMin=2"), await DeployAsync("nodeCountMin=3"));
        // What `pulumi refresh` reads after `az aks nodepool update`.
        var pool = before["ManagedCluster aks"].Inputs["agentPoolProfiles"]![0]!;
        (pool["count"], pool["minCount"]) = (3.0, 3.0);

        Assert.Empty(await EngineUpdate.RunAsync(before, after));
    }

    private static Task<StackRun> DeployAsync(string settings) => StackRun.UpdateAsync(
        Given.Settings([.. settings.Split(';').Select(setting => setting.Split('=', 2)).Select(pair => (pair[0], pair[1]))]));
}
