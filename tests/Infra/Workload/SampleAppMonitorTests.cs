using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Workload;

public sealed class SampleAppMonitorTests
{
    [Fact]
    public async Task ServiceMonitor_ByDefault_IsThis() => JsonAssert.Equal(
        """
        {
          "apiVersion": "azmonitoring.coreos.com/v1",
          "kind": "ServiceMonitor",
          "metadata": { "name": "sample-app", "namespace": "keda-demo" },
          "spec": {
            "selector": { "matchLabels": { "app.kubernetes.io/name": "sample-app" } },
            "endpoints": [ { "port": "http", "path": "/metrics", "interval": "15s", "scrapeTimeout": "10s" } ],
            "labelLimit": 63,
            "labelNameLengthLimit": 511,
            "labelValueLengthLimit": 1023
          }
        }
        """,
        (await Stacks.Helm)["ServiceMonitor service-monitor"].Inputs);

    [Theory]
    [InlineData(5, "5s", "5s")]
    [InlineData(10, "10s", "10s")]
    [InlineData(90, "1m30s", "10s")]
    public async Task ScrapeTimeout_OfAnyInterval_IsNotAboveIt(int intervalSeconds, string interval, string timeout)
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with
        {
            Scaling = Stacks.Defaults.Scaling with
            {
                ScrapeInterval = TimeSpan.FromSeconds(intervalSeconds),
                Window = TimeSpan.FromMinutes(10),
            },
        });

        JsonAssert.Equal(
            $$"""[ { "port": "http", "path": "/metrics", "interval": "{{interval}}", "scrapeTimeout": "{{timeout}}" } ]""",
            run["ServiceMonitor service-monitor"].At("spec.endpoints"));
    }
}
