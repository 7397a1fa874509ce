using KedaStack.Infra.Workload;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Keda;

/// <summary>The query selects the app's own series, and those exist.</summary>
public sealed class QueryTests
{
    [Fact]
    public async Task Query_OfAnyStack_SelectsExactlyClusterNamespaceAndJob()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with
            {
                NamePrefix = "web",
                Workload = Stacks.Defaults.Workload with { Namespace = "shop" },
                Scaling = Stacks.Defaults.Scaling with { Window = TimeSpan.FromSeconds(90) },
            },
            stack: "prod");

        var cluster = run["ManagedCluster aks"].Text("resourceName");
        var appNamespace = run["Namespace keda-demo"].Text("metadata.name");
        var service = run["Service sample-app"].Text("metadata.name");
        Assert.Equal(
            $"sum(rate(http_requests_total{{cluster=\"{cluster}\",namespace=\"{appNamespace}\",job=\"{service}\"}}[1m30s]))",
            Query(run));
        Assert.Equal(("web-prod", "shop", "sample-app"), (cluster, appNamespace, service));
    }

    [Fact]
    public async Task Query_WithAClusterLabel_SelectsThatInsteadOfTheClustersName()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { ClusterLabel = "alias \"a\\b\"" } });

        Assert.StartsWith(
            """sum(rate(http_requests_total{cluster="alias \"a\\b\"",namespace=""", Query(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metric_OfTheQuery_IsACounterThatTheScriptExposes()
    {
        var metric = Query(await Stacks.Helm)["sum(rate(".Length..].Split('{')[0];

        Assert.Equal(SampleApp.RequestCounter, metric);
        Assert.Contains($"# TYPE {metric} counter", Script.SampleApp.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_InBothInstallations_IsTheSame() => Assert.Equal(Query(await Stacks.Helm), Query(await Stacks.AddOn));

    private static string Query(StackRun run) => run["ScaledObject scaled-object"].Text("spec.triggers[0].metadata.query");
}
