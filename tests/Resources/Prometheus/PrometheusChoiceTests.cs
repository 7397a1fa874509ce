using Azure.Identity;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

namespace KedaStack.Tests.Resources.Prometheus;

public sealed class PrometheusChoiceTests
{
    private const string Managed = "https://w-1a2b.westeurope.prometheus.monitor.azure.com";

    [Theory]
    [InlineData(Managed, null, true)]
    [InlineData(Managed, true, true)]
    [InlineData(Managed, false, false)]
    [InlineData("http://localhost:9090", null, false)]
    [InlineData("http://localhost:9090", true, true)]
    [InlineData("https://prometheus.example", null, false)]
    [InlineData("https://prometheus.example", true, true)]
    [InlineData("https://prometheus.monitor.azure.com.example", null, false)]
    public async Task Resolve_Address_GetsATokenOfAzureOnlyWhereItBelongs(string address, bool? usesAzure, bool expected)
    {
        var (options, _) = await ResolveAsync(new PrometheusChoice(Clients.Address(address), usesAzure, null), known: null);

        Assert.Equal(expected, options!.Credential is DefaultAzureCredential);
    }

    [Fact]
    public async Task Resolve_NoAddressGiven_TakesTheKnownOne()
    {
        var (options, problems) = await ResolveAsync(new PrometheusChoice(null, null, TimeSpan.FromSeconds(7)), known: "http://prometheus:9090/");

        Assert.Empty(problems);
        Assert.Equal(("http://prometheus:9090", TimeSpan.FromSeconds(7)), (options!.Address.ToString(), options.Timeout));
    }

    [Fact]
    public async Task Resolve_AddressGiven_GoesBeforeTheKnownOne()
    {
        var (options, _) = await ResolveAsync(new PrometheusChoice(Clients.Address("http://a"), null, null), known: "http://b");

        Assert.Equal(("http://a", TimeSpan.FromSeconds(30)), (options!.Address.ToString(), options.Timeout));
    }

    [Fact]
    public async Task Resolve_KnownIsNoAddress_SaysSo()
    {
        var (options, problems) = await ResolveAsync(new PrometheusChoice(null, null, null), known: "prometheus");

        Assert.Null(options);
        Assert.Equal("--prometheus", Assert.Single(problems).Key);
    }

    [Fact]
    public async Task Resolve_NothingKnownAndNoPulumi_SaysSo()
    {
        var (options, problems) = await ResolveAsync(new PrometheusChoice(null, null, null), known: null);

        Assert.Null(options);
        Assert.Contains("there is no pulumi on PATH", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    private static async Task<(PrometheusClientOptions? Options, List<SettingsProblem> Problems)> ResolveAsync(PrometheusChoice choice, string? known)
    {
        var problems = new List<SettingsProblem>();
        var endpoint = new StackEndpoint(new PulumiCli(null), "", "dev");
        return (await choice.ResolveAsync(known, endpoint, problems, CancellationToken.None), problems);
    }
}
