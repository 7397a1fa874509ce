using KedaStack.Tests.Cli;

namespace KedaStack.Tests.Reports.Preview;

public sealed class PreviewTreeTests
{
    [Fact]
    public async Task Tree_OfAReference_ShowsWhereTheValueComesFrom()
    {
        var lines = await LinesAsync();

        Assert.Contains("issuer: aks.oidcIssuerProfile.issuerURL", lines);
        Assert.Contains("server address: workspace.metrics.prometheusQueryEndpoint", lines);
    }

    [Fact]
    public async Task Tree_OfARole_ShowsItsName() =>
        Assert.Contains("role: Monitoring Data Reader", await LinesAsync());

    [Fact]
    public async Task Tree_OfAHook_ShowsWhatIsWaitedFor() =>
        Assert.Contains("afterCreate: wait-for-credential-propagation", await LinesAsync());

    [Fact]
    public async Task Tree_OfAProtectedResource_SaysSo() =>
        Assert.Contains(
            "aks  azure-native:containerservice:ManagedCluster  protected", await LinesAsync("--config", "protect=true"));

    [Fact]
    public async Task Tree_OfALongQuery_IsNotWrappedInAPipe() =>
        Assert.Contains(
            """query: sum(rate(http_requests_total{cluster="kedastack-dev",namespace="keda-demo",job="sample-app"}[2m]))""",
            await LinesAsync());

    [Theory]
    [InlineData("[bold]x")]
    [InlineData("team:key:x")]
    public async Task Tree_OfTextThatLooksLikeMarkupOrAnEmoji_ShowsItAsItIs(string label) =>
        Assert.Contains(
            label,
            string.Join('\n', await LinesAsync("--config", $"clusterLabel={label}")),
            StringComparison.Ordinal);

    [Fact]
    public async Task Tree_OfASecretOutput_DoesNotShowIt() => Assert.Contains("kubeconfig: [secret]", await LinesAsync());

    private static async Task<List<string>> LinesAsync(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["preview", .. arguments]);
        return [.. run.Output.Split('\n').Select(line => line.TrimStart(' ', '\u2502', '\u251c', '\u2514', '\u2500').TrimEnd())];
    }
}
