using KedaStack.Scaling.Simulation.Load.Recorded;

namespace KedaStack.Tests.Scaling.Simulation.Load.Recorded;

public sealed class LoadUnitsTests
{
    [Theory]
    [InlineData("requests_per_minute", LoadUnit.PerMinute)]
    [InlineData("RequestsPerMinute", LoadUnit.PerMinute)]
    [InlineData("req/min", LoadUnit.PerMinute)]
    [InlineData("rpm", LoadUnit.PerMinute)]
    [InlineData("sum(increase(http_requests_total[1m]))", LoadUnit.PerMinute)]
    [InlineData("requests per hour", LoadUnit.PerHour)]
    [InlineData("Requests/h", LoadUnit.PerHour)]
    [InlineData("requests_per_second", LoadUnit.PerSecond)]
    [InlineData("rps", LoadUnit.PerSecond)]
    [InlineData("sum(rate(http_requests_total[2m]))", LoadUnit.PerSecond)]
    [InlineData("count", LoadUnit.Count)]
    [InlineData("request_count", LoadUnit.Count)]
    [InlineData("Invocations", LoadUnit.Count)]
    [InlineData("RequestCount (Sum)", LoadUnit.Count)]
    [InlineData("http_requests_total", LoadUnit.Counter)]
    [InlineData("http_requests_total{path=\"/count\"}", LoadUnit.Counter)]
    [InlineData("http_request_duration_seconds_count", LoadUnit.Counter)]
    [InlineData("request counter", LoadUnit.Counter)]
    [InlineData("requests", null)]
    [InlineData("value", null)]
    [InlineData("{pod=\"count-per-minute\"}", null)]
    [InlineData("total", null)]
    [InlineData("countries", null)]
    [InlineData("duration_ms", null)]
    public void OfName_Name_IsWhatItsWordsSay(string name, LoadUnit? unit) => Assert.Equal(unit, LoadUnits.OfName(name));

    [Theory]
    [InlineData("duration_ms", "a time in milliseconds")]
    [InlineData("latency", "a time")]
    [InlineData("Response Time", "a time")]
    [InlineData("received_bytes", "a number of bytes")]
    [InlineData("cpu %", "a share")]
    [InlineData("CpuPercentage", "a share")]
    [InlineData("requests", null)]
    [InlineData("http_request_duration_seconds_count", null)]
    [InlineData("items", null)]
    public void NoLoad_Name_IsWhatItsWordsSay(string name, string? what) => Assert.Equal(what, LoadUnits.NoLoad(name));

    [Fact]
    public void Parse_Word_IsTheUnitOfThatWord() =>
        Assert.All(Enum.GetValues<LoadUnit>(), unit => Assert.Equal(unit, LoadUnits.Parse(LoadUnits.Word(unit))));

    [Theory]
    [InlineData("")]
    [InlineData("rpm")]
    public void Parse_AnotherWord_IsNone(string word) => Assert.Null(LoadUnits.Parse(word));
}
