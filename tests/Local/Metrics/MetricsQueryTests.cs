using KedaStack.Infra.Workload;
using KedaStack.Local.Metrics;

namespace KedaStack.Tests.Local.Metrics;

public sealed class MetricsQueryTests
{
    [Fact]
    public void Text_RealTime_IsTheQueryAsDeployed()
    {
        var query = Query(speed: 1);

        Assert.Equal("""sum(rate(http_requests_total{cluster="dev",namespace="demo",job="sample-app"}[2m]))""", query.Text);
    }

    [Fact]
    public void Text_Faster_HasAShorterWindow()
    {
        var query = Query(speed: 32);

        Assert.Contains("[3s750ms]", query.Text, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMilliseconds(938), query.Interval);
    }

    private static MetricsQuery Query(double speed) =>
        new(SampleAppMonitor.Query("dev", "demo", TimeSpan.FromMinutes(2)), TimeSpan.FromSeconds(30), speed);
}
