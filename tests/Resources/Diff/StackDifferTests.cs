using KedaStack.Infra.Settings.Changes;
using KedaStack.Resources.Diff;
using KedaStack.Resources.Preview;
using KedaStack.Tests.Cli;

namespace KedaStack.Tests.Resources.Diff;

public sealed class StackDifferTests
{
    private const string Cluster = "azure-native:containerservice:ManagedCluster";
    private const string Identity = "azure-native:managedidentity:UserAssignedIdentity";
    private const string RoleAssignment = "azure-native:authorization:RoleAssignment";

    [Fact]
    public void Compare_SamePreviews_IsEmpty()
    {
        var change = StackDiffer.Compare(
            Previews.WithOutputs("""{"a":"b"}""", Previews.Service("web", """{"spec":{"type":"ClusterIP"}}""")),
            Previews.WithOutputs("""{"a":"b"}""", Previews.Service("web", """{"spec":{"type":"ClusterIP"}}""")));

        Assert.True(change.IsEmpty);
    }

    [Fact]
    public void Compare_EveryKindOfChange_FindsEach()
    {
        var change = StackDiffer.Compare(
            Previews.Of(
                Previews.Service("gone", """{"a":1}"""),
                Previews.Service("kept", """{"a":1}"""),
                Previews.Service("changed", """{"a":1}"""),
                Previews.Service("renamed", """{"metadata":{"name":"a"}}""")),
            Previews.Of(
                Previews.Service("renamed", """{"metadata":{"name":"b"}}"""),
                Previews.Service("changed", """{"a":2}"""),
                Previews.Service("kept", """{"a":1}"""),
                Previews.Service("new", """{"a":1}""")));

        Assert.Equal(
            ["changed: changed", "gone: removed", "new: added", "renamed: replaced"],
            change.Resources.Select(resource => $"{resource.Name}: {resource.Word}"));
        Assert.Equal("1 to replace, 1 to remove, 1 to add, 1 to change", change.Summary);
    }

    [Theory]
    [InlineData("""{"protect":false}""", """{"protect":true}""", "protect")]
    [InlineData("""{"dependsOn":[]}""", """{"dependsOn":["a"]}""", "dependsOn[0]")]
    [InlineData("""{"timeouts":{}}""", """{"timeouts":{"create":"1h"}}""", "timeouts.create")]
    [InlineData("""{"hooks":{"onError":["a"]}}""", """{"hooks":{"onError":["b"]}}""", "hooks.onError[0]")]
    public void Compare_OptionsDiffer_NamesTheOption(string earlier, string present, string path)
    {
        var change = StackDiffer.Compare(
            Previews.Of(Previews.Resource(Cluster, "aks", options: earlier)),
            Previews.Of(Previews.Resource(Cluster, "aks", options: present)));

        var resource = Assert.Single(change.Resources);
        Assert.Equal(path, Assert.Single(resource.Options).Path);
        Assert.False(resource.IsReplaced);
    }

    [Fact]
    public void Compare_AnotherProvider_Replaces()
    {
        var change = StackDiffer.Compare(
            Previews.Of(Previews.Resource("kubernetes:core/v1:Service", "web", provider: "urn:a")),
            Previews.Of(Previews.Resource("kubernetes:core/v1:Service", "web", provider: "urn:b")));

        Assert.Equal(["provider changes"], Assert.Single(change.Resources).ReplacedBecause);
    }

    [Fact]
    public void Compare_PropertyUnderIgnoreChanges_DoesNotReplace()
    {
        const string Options = """{"ignoreChanges":["dnsPrefix","agentPoolProfiles[*].count"]}""";

        var change = StackDiffer.Compare(
            Previews.Of(Previews.Resource(Cluster, "aks", """{"dnsPrefix":"a","agentPoolProfiles":[{"count":1}]}""", Options)),
            Previews.Of(Previews.Resource(Cluster, "aks", """{"dnsPrefix":"b","agentPoolProfiles":[{"count":2}]}""", Options)));

        var resource = Assert.Single(change.Resources);
        Assert.Equal("changed", resource.Word);
        Assert.All(resource.Inputs, input => Assert.Equal(ChangeEffect.Ignore, input.Effect));
    }

    [Fact]
    public void Compare_ForcingPropertyGoesWithAllAroundIt_Replaces()
    {
        var change = StackDiffer.Compare(
            Previews.Of(Previews.Resource(Cluster, "aks", """{"networkProfile":{"podCidr":"10.0.0.0/16"}}""")),
            Previews.Of(Previews.Resource(Cluster, "aks", "{}")));

        var resource = Assert.Single(change.Resources);
        Assert.Equal(["networkProfile.podCidr changes"], resource.ReplacedBecause);
        Assert.Equal(ChangeEffect.Replace, Assert.Single(resource.Inputs).Effect);
    }

    [Fact]
    public void Compare_ClusterIsReplaced_TakesWhatIsDeletedWithIt()
    {
        var options = $$"""{"deletedWith":"{{Previews.Urn(Cluster, "aks")}}"}""";

        var change = StackDiffer.Compare(
            Previews.Of(
                Previews.Resource(Cluster, "aks", """{"dnsPrefix":"a"}"""),
                Previews.Resource("kubernetes:core/v1:Service", "web", options: options)),
            Previews.Of(
                Previews.Resource(Cluster, "aks", """{"dnsPrefix":"b"}"""),
                Previews.Resource("kubernetes:core/v1:Service", "web", options: options)));

        Assert.Equal(
            ["dnsPrefix changes", "aks takes it with it when it is deleted, and is replaced"],
            change.Resources.SelectMany(resource => resource.ReplacedBecause));
    }

    [Theory]
    [InlineData("principalId", true)]
    [InlineData("description", false)]
    public void Compare_OutputOfAReplacedResource_ReplacesWhereItForcesTo(string path, bool expected)
    {
        var inputs = $$"""{"{{path}}":"${identity.principalId}"}""";
        var references = $$"""{"{{path}}":["identity.principalId"]}""";

        var change = StackDiffer.Compare(
            Previews.Of(
                Previews.Resource(Identity, "identity", """{"resourceName":"a"}"""),
                Previews.Resource(RoleAssignment, "reader", inputs, references: references)),
            Previews.Of(
                Previews.Resource(Identity, "identity", """{"resourceName":"b"}"""),
                Previews.Resource(RoleAssignment, "reader", inputs, references: references)));

        Assert.Equal(
            expected ? ["principalId comes from identity, which is replaced"] : Array.Empty<string>(),
            change.Resources.Where(resource => resource.Name == "reader").SelectMany(resource => resource.ReplacedBecause));
    }

    [Fact]
    public async Task Compare_AnotherLocation_ReplacesEverythingThatIsInAzureOrTheCluster()
    {
        var earlier = PreviewDocument.Parse((await CommandRun.OfAsync("preview", "--json")).Output);
        var present = PreviewDocument.Parse((await CommandRun.OfAsync("preview", "--json", "--config", "location=westeurope")).Output);

        var change = StackDiffer.Compare(earlier, present);

        Assert.Equal(
            present.Resources.Values
                .Where(resource => !resource.Type.StartsWith("kedastack:", StringComparison.Ordinal) && resource.Type != "pulumi:providers:kubernetes")
                .Select(resource => resource.Urn),
            change.Resources.Where(resource => resource.IsReplaced).Select(resource => resource.Urn));
    }

    [Fact]
    public async Task Compare_TheOtherWayRound_FindsTheSameProperties()
    {
        var one = PreviewDocument.Parse((await CommandRun.OfAsync("preview", "--json")).Output);
        var other = PreviewDocument.Parse((await CommandRun.OfAsync(
            "preview", "--json", "--config", "kedaInstallation=addon", "--config", "window=4m", "--config", "access=entra")).Output);

        Assert.Equal(Paths(StackDiffer.Compare(one, other)), Paths(StackDiffer.Compare(other, one)));
    }

    private static IEnumerable<string> Paths(StackChange change) => change.Resources
        .Where(resource => resource.Kind == ChangeKind.Changed)
        .SelectMany(resource => resource.Inputs.Concat(resource.Options), (resource, property) => $"{resource.Urn} {property.Path}");
}
