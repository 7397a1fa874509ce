using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra;

/// <summary>What every resource of the stack has in common.</summary>
public sealed class PlacementTests
{
    /// <summary>The types of Azure that have no tags.</summary>
    private static readonly string[] _untaggable =
    [
        "azure-native:authorization:RoleAssignment",
        "azure-native:dashboard:DashboardDefinition",
        "azure-native:managedidentity:FederatedIdentityCredential",
        "azure-native:monitor:DataCollectionRuleAssociation",
    ];

    [Fact]
    public async Task EveryResource_ButTheRoot_HasAParent() =>
        Assert.All(await ResourcesAsync(), resource => Assert.Equal(resource.Name == "kedastack", resource.Parent is null));

    [Fact]
    public async Task EveryKubernetesResource_InEveryStack_UsesTheStacksOwnProvider() => Assert.All(
        (await ResourcesAsync()).Where(resource => resource.IsKubernetes),
        resource => Assert.EndsWith(
            $"::kubernetes::{Cloud.KubernetesProviderId}", resource.Registration.Provider, StringComparison.Ordinal));

    [Fact]
    public async Task EveryKubernetesResource_InEveryStack_GoesWithTheCluster() => Assert.All(
        (await ResourcesAsync()).Where(resource => resource.IsKubernetes),
        resource => Assert.Equal("ManagedCluster aks", resource.DeletedWith));

    [Fact]
    public async Task NoAzureResource_InAnyStack_GoesWithAnother() => Assert.All(
        (await ResourcesAsync()).Where(resource => resource.IsAzure),
        resource => Assert.Null(resource.DeletedWith));

    [Fact]
    public async Task EveryAzureResource_ThatCanHaveTags_HasThem() => Assert.All(
        (await ResourcesAsync()).Where(resource => resource.IsAzure && !_untaggable.Contains(resource.Type)),
        resource => JsonAssert.Equal("""{ "project": "kedastack", "stack": "dev" }""", CommonTags(resource)));

    [Fact]
    public async Task Tags_OfTheSettings_AreAddedToProjectAndStackAndMayReplaceThem()
    {
        var settings = Stacks.Defaults with { Tags = new Dictionary<string, string> { ["owner"] = "web", ["stack"] = "blue" } };

        var run = await StackRun.UpdateAsync(settings);

        Assert.All(
            run.Resources.Where(resource => resource.IsAzure && !_untaggable.Contains(resource.Type)),
            resource => JsonAssert.Equal(
                """{ "owner": "web", "project": "kedastack", "stack": "blue" }""", CommonTags(resource)));
    }

    [Fact]
    public async Task EveryAzureResource_ThatIsInAResourceGroup_IsInTheStacks() => Assert.All(
        (await ResourcesAsync()).Where(resource => resource.At("resourceGroupName") is not null),
        resource => Assert.Equal("kedastack-dev", resource.Text("resourceGroupName")));

    [Fact]
    public async Task Protect_ByDefault_IsOff() => Assert.All(
        await ResourcesAsync(), resource => Assert.NotEqual(true, resource.Options.Protect));

    [Fact]
    public async Task Protect_On_ProtectsClusterAndWorkspaceOnly()
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with { Protect = true });

        Assert.Equal(
            ["AzureMonitorWorkspace workspace", "ManagedCluster aks"],
            run.Resources
                .Where(resource => resource.Options.Protect is true)
                .Select(resource => resource.Label)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task IgnoredChanges_InEveryStack_AreTheDriftOfTheClusterAndTheReplicas()
    {
        foreach (var run in await Stacks.AllAsync())
        {
            Assert.Equal(
                [
                    "Deployment load-generator: spec.replicas",
                    "Deployment sample-app: spec.replicas",
                    "ManagedCluster aks: agentPoolProfiles[0].count",
                    "ManagedCluster aks: agentPoolProfiles[0].orchestratorVersion",
                    "ManagedCluster aks: kubernetesVersion",
                ],
                run.Resources
                    .SelectMany(resource => resource.Options.IgnoreChanges.Select(path => $"{resource.Label}: {path}"))
                    .Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Timeouts_InEveryStack_AreLongForWhatTakesLong()
    {
        Assert.Equal(
            [
                "AzureMonitorWorkspace workspace: 30/30/30",
                "Grafana grafana: 30/30/30",
                "ManagedCluster aks: 60/60/60",
            ],
            (await Stacks.Helm).Resources
                .Where(resource => resource.Options.CustomTimeouts is not null)
                .Select(resource => $"{resource.Label}: {Minutes(resource.Options.CustomTimeouts!)}")
                .Order(StringComparer.Ordinal));
    }

    /// <summary>The tags without those that say something to Azure about one type.</summary>
    private static JsonNode? CommonTags(StackResource resource)
    {
        var tags = resource.At("tags")?.DeepClone();
        (tags as JsonObject)?.Remove("GrafanaDashboardResourceType");
        return tags;
    }

    private static string Minutes(Pulumi.CustomTimeouts timeouts) =>
        string.Join('/', new[] { timeouts.Create, timeouts.Update, timeouts.Delete }.Select(timeout => $"{timeout?.TotalMinutes:0}"));

    private static async Task<IReadOnlyList<StackResource>> ResourcesAsync() =>
        [.. (await Stacks.AllAsync()).SelectMany(run => run.Resources)];
}
