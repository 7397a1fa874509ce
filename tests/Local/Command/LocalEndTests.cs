using System.Diagnostics;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Local.Command;

/// <summary>However a run ends, soon nothing of it is left: no process and no file, also of a
/// Prometheus where there is one.</summary>
[Collection(QuietMachine.Name)]
public sealed class LocalEndTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _pollingInterval = TimeSpan.FromMilliseconds(10);

    [ProcFact]
    public Task Interrupted_Running_LeavesNothingWhenItHasExited() => AssertEndsInOrderAsync(ProcessSteering.Interrupt);

    [ProcFact]
    public Task Terminated_Running_LeavesNothingWhenItHasExited() => AssertEndsInOrderAsync(ProcessSteering.Terminate, "--prometheus", "built-in");

    [ProcFact]
    public async Task Interrupted_Twice_LeavesNothingForLong()
    {
        // The end in order would wait for requests under way.
        using var process = await KedaStackProcess.RunningAsync("--prometheus", "built-in", "--config", "workMilliseconds=4000");

        process.Signal(ProcessSteering.Interrupt);
        // Two of the same could arrive as one.
        process.Signal(ProcessSteering.Terminate);

        Assert.Equal(ExitCodes.Interrupted, await process.WaitForExitAsync());
        await AssertNothingLeftAsync(process);
    }

    [ProcFact]
    public async Task Killed_Running_LeavesNothingForLong()
    {
        using var process = await KedaStackProcess.RunningAsync();
        ListeningSockets.AssertLoopbackOnly(process);

        process.Signal(ProcessSteering.Kill);

        await AssertNothingLeftAsync(process);
    }

    private static async Task AssertEndsInOrderAsync(int signal, params string[] arguments)
    {
        using var process = await KedaStackProcess.RunningAsync(arguments);

        process.Signal(signal);

        Assert.Equal(ExitCodes.Interrupted, await process.WaitForExitAsync());
        Assert.Empty(process.Children());
        Assert.Empty(process.TemporaryFiles);
        Assert.Contains(process.Lines, line => line.StartsWith("Ran for ", StringComparison.Ordinal));
    }

    private static async Task AssertNothingLeftAsync(KedaStackProcess process)
    {
        var since = Stopwatch.StartNew();
        while (process.Children().Count + process.TemporaryFiles.Count > 0 && since.Elapsed < _limit)
        {
            await Task.Delay(_pollingInterval);
        }

        Assert.Empty(process.Children());
        Assert.Empty(process.TemporaryFiles);
    }
}
