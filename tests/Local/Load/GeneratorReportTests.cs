using KedaStack.Local.Load;

namespace KedaStack.Tests.Local.Load;

public sealed class GeneratorReportTests
{
    [Fact]
    public void TryParse_Total_HasCountsAndKindsOfErrors()
    {
        var report = GeneratorReport.TryParse(
            """{"event": "total", "sent": 100, "ok": 97, "errors": 3, "dropped": 2, "p50_ms": null, "errors_reset": 2, "errors_timeout": 1}""")!;

        Assert.Equal((GeneratorReport.Total, 100, 97, 2), (report.Event, report.Sent, report.Ok, report.Dropped));
        Assert.Equal(new Dictionary<string, long> { ["reset"] = 2, ["timeout"] = 1 }, report.Failed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("total sent=1")]
    [InlineData("[]")]
    [InlineData("""{"sent": 1}""")]
    public void TryParse_AnotherLine_IsNull(string line) => Assert.Null(GeneratorReport.TryParse(line));
}
