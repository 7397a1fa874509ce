using KedaStack.Local.Metrics.Prometheus;
using KedaStack.Local.Watching;

namespace KedaStack.Tests.Local.Metrics.Prometheus;

public sealed class PrometheusLogTests
{
    private readonly RunLog _events = new(TimeProvider.System);
    private readonly PrometheusLog _log;

    public PrometheusLogTests() => _log = new PrometheusLog(_events, "/data");

    [Theory]
    [InlineData("""ts=2026-01-01T00:00:00Z caller=scrape.go:1375 level=error component="scrape manager" msg="Scrape commit failed" err="write to WAL: log samples: write /data/wal/00000000: no space left on device" """)]
    [InlineData("""time=2026-01-01T00:00:00Z level=ERROR source=scrape.go:1375 msg="Scrape commit failed" err="write to WAL: no space left on device" """)]
    public void Read_DiskFull_TellsOnceWhatToDo(string line)
    {
        _log.Read(line);
        _log.Read(line);

        var told = Assert.Single(_events.Events);
        Assert.Equal("DiskFull", told.Reason);
        Assert.StartsWith("Its data directory /data is full", told.Message, StringComparison.Ordinal);
        Assert.Contains("set TMPDIR", _log.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PortInUse_Knows()
    {
        _log.Read("""ts=2026 caller=main.go:1 level=error err="listen tcp 127.0.0.1:9090: bind: address already in use" """);

        Assert.True(_log.IsPortInUse);
        Assert.Empty(_events.Events);
    }

    [Fact]
    public void Read_OrdinaryLine_IsNoComplaint()
    {
        _log.Read("""ts=2026 caller=main.go:1 level=info msg="error budget" """);

        Assert.StartsWith("it says nothing about why; ", _log.Explanation, StringComparison.Ordinal);
    }
}
