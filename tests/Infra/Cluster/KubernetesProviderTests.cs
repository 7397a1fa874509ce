using System.Text.Json.Nodes;
using KedaStack.Infra.Settings;

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

    private static bool IsCredentials(Pulumi.Testing.MockCallArgs call) =>
        call.Token == "azure-native:containerservice:listManagedClusterUserCredentials";
}
