using KedaStack.Local.Metrics;

namespace KedaStack.Tests.Local.Metrics;

public sealed class ExpositionTests
{
    private const string Text = """
        # TYPE http_requests_total counter
        http_requests_total{method="GET",code="200"} 12
        http_requests_total{method="a } b",code="200"} 1e3 1700000000000
        http_requests_total 7
        http_requests_total_of_others{code="200"} 99
        http_request_duration_seconds_count 12
        http_requests_total{method="GET",code="500"} nonsense
        """;

    [Fact]
    public void Read_Metric_HasItsSamplesOnly() => Assert.Equal(
        [("{method=\"GET\",code=\"200\"}", 12.0), ("{method=\"a } b\",code=\"200\"}", 1000.0), ("", 7.0)],
        Exposition.Read(Text, "http_requests_total"));
}
