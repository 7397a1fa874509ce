using KedaStack.Cli.Shell;
using KedaStack.Tests.Local.Command;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Faults;

/// <summary>The one file that tells a Prometheus of somebody's own of the replicas: one run at a time has it.</summary>
[Collection(LocalProcesses.Name)]
public sealed class ExistingTargetFileTests
{
    [LocalPrometheusFact]
    public async Task File_OfAnotherRun_IsSaidWithWhatToDo()
    {
        using var directory = new TemporaryDirectory();
        using var prometheus = new ScrapingPrometheus(TimeSpan.FromSeconds(1), directory.Path);
        await prometheus.StartAsync();
        using var first = Run(directory, prometheus);
        await first.WaitForLineAsync("The load is 60 req/s.");

        using var second = Run(directory, prometheus);

        Assert.Equal(1, await second.WaitForExitAsync());
        Assert.StartsWith($"{directory.Combine("kedastack-targets.json")}: belongs to another run with --prometheus ", second.Lines[^1], StringComparison.Ordinal);
        Assert.EndsWith("; end that one first, or run without --prometheus", second.Lines[^1], StringComparison.Ordinal);
        first.Signal(ProcessSteering.Terminate);
        Assert.Equal(ExitCodes.Interrupted, await first.WaitForExitAsync());
        Assert.Empty(first.TemporaryFiles);
    }

    [LocalPrometheusFact]
    public async Task File_LeftBehindByARunAndItsGuard_IsTakenOver()
    {
        using var directory = new TemporaryDirectory();
        using var prometheus = new ScrapingPrometheus(TimeSpan.FromSeconds(1), directory.Path);
        await prometheus.StartAsync();
        File.WriteAllText(directory.Combine("kedastack-targets.json"), """[{"targets": ["127.0.0.1:1"]}]""");
        File.WriteAllText(directory.Combine("kedastack-targets.json.lock"), "");

        using var process = Run(directory, prometheus);

        await process.WaitForLineAsync("The load is 60 req/s.");
        process.Signal(ProcessSteering.Kill);
        await Eventually.TrueAsync(() => process.TemporaryFiles.Count == 0, "a file is left");
    }

    private static KedaStackProcess Run(TemporaryDirectory directory, ScrapingPrometheus prometheus) =>
        new(null, directory.Path, [.. KedaStackProcess.Endless, "--prometheus", prometheus.Address.ToString()!]);
}
