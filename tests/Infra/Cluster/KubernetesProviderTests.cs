using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Running;
using Moq;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Cluster;

public sealed class KubernetesProviderTests
{
    [Fact]
    public async Task Provider_WithLocalAccounts_TakesTheKubeconfigOfAksAsItIs()
    {
        var expected = new JsonObject
        {
            ["kubeconfig"] = Kubeconfigs.Certificate,
            ["enableConfigMapMutable"] = "true",
            ["enableServerSideApply"] = "true",
            ["deleteUnreachable"] = "true",
        };

        JsonAssert.Equal(expected.ToJsonString(), (await Stacks.Helm)["kubernetes kubernetes"].Inputs);
    }

    [Fact]
    public async Task Kubeconfig_WithLocalAccounts_IsAskedForInAksDefaultFormat()
    {
        var call = Assert.Single((await Stacks.Helm).Calls, IsCredentials);

        JsonAssert.Equal(
            """{ "resourceGroupName": "kedastack-dev", "resourceName": "kedastack-dev" }""", PropertyBag.ToJson(call.Args));
    }

    [Fact]
    public async Task Kubeconfig_WithEntra_IsAskedForWithAnExecBlock()
    {
        var call = Assert.Single((await Stacks.Entra).Calls, IsCredentials);

        JsonAssert.Equal(
            """{ "format": "exec", "resourceGroupName": "kedastack-dev", "resourceName": "kedastack-dev" }""",
            PropertyBag.ToJson(call.Args));
    }

    [Fact]
    public async Task AdminCredentials_InAnyStack_AreNeverAskedFor() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.Calls),
        call => Assert.DoesNotContain("AdminCredentials", call.Token, StringComparison.Ordinal));

    [Theory]
    [InlineData(KubeloginMode.AzureCli, "azurecli")]
    [InlineData(KubeloginMode.WorkloadIdentity, "workloadidentity")]
    public async Task Kubeconfig_WithEntra_SignsInAsTheSettingsSay(KubeloginMode mode, string login)
    {
        var settings = Stacks.EntraSettings with { Cluster = Stacks.EntraSettings.Cluster with { Kubelogin = mode } };

        var kubeconfig = (await StackRun.UpdateAsync(settings))["kubernetes kubernetes"].Text("kubeconfig");

        Assert.Contains(
            $"- --server-id\n      - {Kubeconfigs.ServerId}\n      - --login\n      - {login}\n", kubeconfig, StringComparison.Ordinal);
        Assert.DoesNotContain("devicecode", kubeconfig, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "there is none")]
    [InlineData("", "there is none")]
    [InlineData("not Base64!", "it is not Base64")]
    [InlineData("e30=", "it has no list of users")]
    [InlineData("eyBb", "it is not YAML: ")]
    public async Task Kubeconfig_ThatCannotBeUsed_FailsWithOneSentence(string? value, string why)
    {
        foreach (var settings in new[] { Stacks.Defaults, Stacks.EntraSettings })
        {
            var said = new List<string>();
            await Assert.ThrowsAnyAsync<Exception>(() => StackRun.RunAsync(settings, "dev", MocksListing(value), isPreview: false, said.Add));
            var sentence = Assert.Single(said);

            Assert.StartsWith($"The kubeconfig that Azure lists for the cluster kedastack-dev cannot be used: {why}", sentence, StringComparison.Ordinal);
            Assert.Contains("az aks get-credentials --resource-group kedastack-dev --name kedastack-dev", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', sentence);
        }
    }

    /// <summary>Azure lists one kubeconfig; null for none.</summary>
    private static Mock<IMocks> MocksListing(string? value)
    {
        ImmutableArray<object> listed = value is null
            ? []
            : [ImmutableDictionary<string, object>.Empty.Add("name", "clusterUser").Add("value", value)];
        var mocks = AzureMocks.Update();
        mocks.Setup(mock => mock.CallAsync(It.Is<MockCallArgs>(call => IsCredentials(call))))
            .ReturnsAsync(ImmutableDictionary<string, object>.Empty.Add("kubeconfigs", listed));
        return mocks;
    }

    private static bool IsCredentials(Pulumi.Testing.MockCallArgs call) =>
        call.Token == "azure-native:containerservice:listManagedClusterUserCredentials";
}
