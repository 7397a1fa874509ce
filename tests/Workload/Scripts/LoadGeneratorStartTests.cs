using System.Text.Json;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

public sealed class LoadGeneratorStartTests
{
    private const string Script = "load_generator.py";

    private static readonly string[] _jsonEvents = ["start", "interval", "total"];

    [PythonTheory]
    [InlineData("TARGET_URL", "", "TARGET_URL: not set; expected http://host[:port][/path][?query]")]
    [InlineData("TARGET_URL", "https://a/", "TARGET_URL: not a plain http address (got 'https://a/'); expected http://host[:port][/path][?query]")]
    [InlineData("TARGET_URL", "http://a:x/", "TARGET_URL: not a plain http address (got 'http://a:x/'); expected http://host[:port][/path][?query]")]
    [InlineData("TARGET_URL", "http://[a/", "TARGET_URL: not a plain http address (got 'http://[a/'); expected http://host[:port][/path][?query]")]
    [InlineData("RATE_PER_SECOND", "nan", "RATE_PER_SECOND: not a number from 0 to 5000 (got 'nan'); default 30")]
    [InlineData("RATE_PER_SECOND", "-1", "RATE_PER_SECOND: not a number from 0 to 5000 (got '-1'); default 30")]
    [InlineData("TIMEOUT_SECONDS", "0", "TIMEOUT_SECONDS: not a number from 0.01 to 300 (got '0'); default 5")]
    [InlineData("MAX_IN_FLIGHT", "1.5", "MAX_IN_FLIGHT: not a whole number from 1 to 4096 (got '1.5'); default 256")]
    [InlineData("REPORT_SECONDS", "ten", "REPORT_SECONDS: not a number from 0.1 to 3600 (got 'ten'); default 10")]
    [InlineData("DURATION_SECONDS", "1h", "DURATION_SECONDS: not a number from 0 to 31536000 (got '1h'); default 0")]
    [InlineData("OUTPUT_FORMAT", "xml", "OUTPUT_FORMAT: neither text nor json (got 'xml'); default text")]
    [InlineData("STOP_ON_STDIN_EOF", "2", "STOP_ON_STDIN_EOF: not a whole number from 0 to 1 (got '2'); default 0")]
    public async Task Environment_BadValue_IsNamedWithWhatWasExpected(string name, string value, string message)
    {
        using var process = ScriptProcess.Start(Script, ("TARGET_URL", "http://127.0.0.1:1"), (name, value));

        Assert.Equal(1, await process.WaitForExitAsync());
        Assert.Equal(["load_generator: " + message], process.Errors);
        Assert.Empty(process.Output);
    }

    [PythonFact]
    public async Task Environment_SeveralBadValues_AreAllReportedAtOnce()
    {
        using var process = ScriptProcess.Start(Script, ("RATE_PER_SECOND", "a"), ("OUTPUT_FORMAT", "b"));

        Assert.Equal(1, await process.WaitForExitAsync());
        Assert.Equal(3, process.Errors.Count);
    }

    [PythonFact]
    public async Task Output_Json_IsOneObjectALine()
    {
        using var process = ScriptProcess.Start(
            Script,
            ("TARGET_URL", "http://127.0.0.1:1"),
            ("OUTPUT_FORMAT", "json"),
            ("REPORT_SECONDS", "0.6"),
            ("DURATION_SECONDS", "1"));

        Assert.Equal(0, await process.WaitForExitAsync());
        var lines = process.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(_jsonEvents, lines.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal(30, lines[^1].GetProperty("sent").GetInt32());
        Assert.Equal(30, lines[^1].GetProperty("errors_refused").GetInt32());
        Assert.Equal(JsonValueKind.Null, lines[^1].GetProperty("p50_ms").ValueKind);
    }
}
