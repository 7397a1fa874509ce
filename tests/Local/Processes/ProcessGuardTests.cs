using System.Diagnostics;
using KedaStack.Local.Processes;
using KedaStack.Tests.Local.Command;

namespace KedaStack.Tests.Local.Processes;

public sealed class ProcessGuardTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [ProcFact]
    public async Task Guard_Killed_IsReplacedAndKnowsWhatTheOldOneKnew()
    {
        using var child = Process.Start(new ProcessStartInfo("sleep", ["600"]))!;
        var host = await ProcessHost.CreateAsync(Environment.GetEnvironmentVariable("PATH")!, CancellationToken.None);
        var said = new TaskCompletionSource<string>();
        host.Guard.OnDeath = text => said.TrySetResult(text);
        host.Guard.Add(child.Id);
        var first = host.Guard.ProcessId;

        Process.GetProcessById(first).Kill();

        Assert.EndsWith("another one has taken its place.", await said.Task.WaitAsync(_patience), StringComparison.Ordinal);
        Assert.NotEqual(first, host.Guard.ProcessId);

        await host.DisposeAsync();
        await child.WaitForExitAsync().WaitAsync(_patience);
    }
}
