using KedaStack.Resources.Diff;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;
using KedaStack.Tests.Cli;

namespace KedaStack.Tests.Resources.Diff;

public sealed class ReplacementFactsTests
{
    [Theory]
    [InlineData("azure-native:resources:ResourceGroup", "location")]
    [InlineData("azure-native:containerservice:ManagedCluster", "dnsPrefix")]
    [InlineData("azure-native:containerservice:ManagedCluster", "networkProfile.networkPlugin")]
    [InlineData("azure-native:containerservice:ManagedCluster", "networkProfile.podCidr")]
    [InlineData("azure-native:containerservice:ManagedCluster", "resourceGroupName")]
    [InlineData("azure-native:authorization:RoleAssignment", "principalId")]
    [InlineData("azure-native:authorization:RoleAssignment", "roleDefinitionId")]
    [InlineData("azure-native:authorization:RoleAssignment", "scope")]
    [InlineData("azure-native:managedidentity:FederatedIdentityCredential", "federatedIdentityCredentialResourceName")]
    [InlineData("azure-native:monitor:DataCollectionRuleAssociation", "resourceUri")]
    [InlineData("azure-native:dashboard:Grafana", "workspaceName")]
    [InlineData("kubernetes:apps/v1:Deployment", "spec.selector.matchLabels.app")]
    [InlineData("kubernetes:core/v1:ConfigMap", "data.script")]
    [InlineData("kubernetes:keda.sh/v1alpha1:ScaledObject", "metadata.name")]
    [InlineData("kubernetes:networking.k8s.io/v1:NetworkPolicy", "metadata.namespace")]
    [InlineData("kubernetes:helm.sh/v3:Release", "namespace")]
    public void Facts_PropertyThatForcesAReplacement_AreKnown(string type, string path) =>
        Assert.Contains(ReplacementFacts.Of(type, [], provider: null), fact => PropertyPath.Covers(fact, path));

    [Theory]
    [InlineData("azure-native:containerservice:ManagedCluster", "tags")]
    [InlineData("azure-native:containerservice:ManagedCluster", "kubernetesVersion")]
    [InlineData("azure-native:containerservice:ManagedCluster", "networkProfile.loadBalancerSku")]
    [InlineData("azure-native:managedidentity:FederatedIdentityCredential", "subject")]
    [InlineData("kubernetes:apps/v1:Deployment", "spec.template.metadata.labels.app")]
    [InlineData("kubernetes:core/v1:Service", "spec.selector")]
    [InlineData("kubernetes:helm.sh/v3:Release", "values")]
    [InlineData("kubernetes:policy/v1:PodDisruptionBudget", "spec.maxUnavailable")]
    public void Facts_PropertyThatIsUpdatedInPlace_AreNotAmongThem(string type, string path) =>
        Assert.DoesNotContain(ReplacementFacts.Of(type, [], provider: null), fact => PropertyPath.Covers(fact, path));

    [Theory]
    [InlineData("true", "false", false)]
    [InlineData("true", "true", true)]
    [InlineData("false", "false", true)]
    public void Facts_OfAConfigMap_DependOnTheProvider(string mutable, string immutable, bool expected)
    {
        var facts = ReplacementFacts.Of(
            "kubernetes:core/v1:ConfigMap", new() { ["immutable"] = immutable == "true" }, new() { ["enableConfigMapMutable"] = mutable });

        Assert.Equal(expected, facts.Contains("data"));
        Assert.Contains("metadata.name", facts);
    }

    [Theory]
    [InlineData("access=localAccounts")]
    [InlineData("access=entra")]
    [InlineData("kedaInstallation=addon")]
    public async Task Facts_OfEveryAzureResourceOfTheStack_AreKnown(string setting)
    {
        var document = PreviewDocument.Parse((await CommandRun.OfAsync("preview", "--json", "--config", setting)).Output);

        Assert.All(
            document.Resources.Values.Where(resource => resource.Type.StartsWith("azure-native:", StringComparison.Ordinal)),
            resource => Assert.True(
                resource.Type == "azure-native:resources:ResourceGroup" || ReplacementFacts.Knows(resource.Type),
                $"{resource.Type}: which of its inputs are part of its id?"));
    }

    [Fact]
    public async Task Facts_OfEveryResourceOfTheStack_NameInputsThatItHas()
    {
        var document = PreviewDocument.Parse((await CommandRun.OfAsync("preview", "--json")).Output);

        Assert.All(
            document.Resources.Values.Where(resource => resource.Type.Split(':')[0] is "azure-native" or "kubernetes"),
            resource => Assert.Contains(
                ReplacementFacts.Of(resource.Type, resource.Inputs, provider: null),
                fact => Find(resource, fact) is not null));

        static string? Find(PreviewDocumentResource resource, string fact) =>
            KedaStack.Resources.Graph.InputValues.Find(resource.Inputs, fact);
    }
}
