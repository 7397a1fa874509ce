using System.Diagnostics;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Resources.Prometheus;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Simulate;

/// <summary>Loads from standard input, pipes and files whose name says nothing.</summary>
public sealed class TrafficFromAnywhereTests
{
    private const string Csv = "time,rate\n2026-11-20T08:00:00Z,30\n2026-11-20T08:10:00Z,60\n";

    [Theory]
    [InlineData(Csv)]
    [InlineData("\uFEFF" + Csv)]
    [InlineData(" \n[[0,30],\n[600,60]]")]
    [InlineData("\uFEFF{\"resultType\":\"matrix\",\"result\":[{\"values\":[[0,\"30\"],[600,\"60\"]]}]}")]
    public async Task Simulate_FileWithoutAKnownEnding_IsReadByItsFirstCharacter(string content)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("trace.txt");
        await File.WriteAllTextAsync(path, content);

        var run = await CommandRun.OfAsync("simulate", "--traffic", path);

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"Stack dev, traffic {path}, 20m, seed 1\n", run.Output, StringComparison.Ordinal);
    }

    [ShellFact]
    public async Task Simulate_Dash_ReadsStandardInput()
    {
        Assert.StartsWith("Stack dev, traffic standard input, 20m, seed 1\n", await PipedAsync("-"), StringComparison.Ordinal);
        Assert.StartsWith("Stack dev, traffic /dev/stdin, 20m, seed 1\n", await PipedAsync("/dev/stdin"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("40m", true)]
    [InlineData("20m", false)]
    [InlineData("10m", false)]
    public async Task Simulate_LongerThanTheRecording_SaysSo(string duration, bool isSaid)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Combine("trace.csv");
        await File.WriteAllTextAsync(path, Csv);

        var run = await CommandRun.OfAsync("simulate", "--traffic", path, "--duration", duration);

        Assert.Equal(isSaid, run.Output.Contains("The recording ends at 20m; its last value goes on.\n", StringComparison.Ordinal));
        Assert.Contains("The recording begins at 2026-11-20T08:00:00Z.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_Example_Runs()
    {
        var run = await CommandRun.OfAsync("simulate", "--traffic", RepositoryRoot.PathOf("docs/examples/trace.csv"), "--compare", "threshold=20");

        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("trace.csv, 1d, seed 1\n", run.Output, StringComparison.Ordinal);
    }

    private static async Task<string> PipedAsync(string traffic)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [Path.Combine(AppContext.BaseDirectory, "kedastack.dll"), "simulate", "--directory", RepositoryRoot.Path, "--traffic", traffic])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // In two parts, as pipes come.
        await process.StandardInput.WriteAsync(Csv[..3]);
        await process.StandardInput.FlushAsync();
        await process.StandardInput.WriteAsync(Csv[3..]);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal((ExitCodes.Success, ""), (process.ExitCode, await error));
        return await output;
    }
}
