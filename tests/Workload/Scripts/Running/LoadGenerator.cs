using System.Globalization;

namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>load_generator.py against a target.</summary>
internal sealed class LoadGenerator : IDisposable
{
    private LoadGenerator(ScriptProcess process)
    {
        Process = process;
    }

    public ScriptProcess Process { get; }

    public static LoadGenerator Start(string url, double ratePerSecond, params (string Name, string Value)[] environment) => new(ScriptProcess.Start(
        "load_generator.py",
        [("TARGET_URL", url), ("RATE_PER_SECOND", ratePerSecond.ToString(CultureInfo.InvariantCulture)), .. environment]));

    public async Task<GeneratorReport> WaitForIntervalAsync(Func<GeneratorReport, bool> fits) => GeneratorReport.Parse(
        await Process.WaitForLineAsync(line => GeneratorReport.Parse(line) is { Event: "interval" } report && fits(report)));

    /// <summary>Sends SIGTERM and waits for a clean exit.</summary>
    public async Task<GeneratorReport> StopAsync()
    {
        Process.Terminate();
        return await WaitForTotalAsync();
    }

    public async Task<GeneratorReport> WaitForTotalAsync()
    {
        var exitCode = await Process.WaitForExitAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(Process.Errors);
        var total = GeneratorReport.Parse(Process.Output[^1]);
        Assert.Equal("total", total.Event);
        Assert.Equal(total.Sent, total.Ok + total.Errors);
        Assert.Equal(0, total.InFlight);
        return total;
    }

    public void Dispose() => Process.Dispose();
}
