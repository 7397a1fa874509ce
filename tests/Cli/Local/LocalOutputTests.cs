using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Local;

/// <summary>Options that are wrong are found before anything runs.</summary>
public sealed class LocalOutputTests
{
    [Theory]
    [InlineData("http", "--port: is not a whole number (got \"http\"); write a whole number from 0 to 65535")]
    [InlineData("65536", "--port: is too large (got \"65536\"); write a whole number from 0 to 65535")]
    [InlineData("-1", "--port: is too small (got \"-1\"); write a whole number from 0 to 65535")]
    public async Task Port_NoPort_IsRefused(string port, string problem)
    {
        var run = await CommandRun.OfAsync("local", "--speed", "100", "--port", port);

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Equal(problem + "\n", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Report_InNoDirectory_IsRefused()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("missing", "report.html");

        var run = await CommandRun.OfAsync("local", "--speed", "100", "--report", file);

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.StartsWith($"--report: {file} cannot be written (", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
