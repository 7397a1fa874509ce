using System.Diagnostics;
using KedaStack.Tests.Resources.Prometheus;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>Ctrl-C while a cluster is read: the first one ends every command at once.</summary>
public sealed class InterruptedTests : IDisposable
{
    private const int Interrupted = 130;

    private readonly LiveCommand _command = new();

    [ShellTheory]
    [InlineData("doctor --timeout 10m")]
    [InlineData("doctor --watch --timeout 10m")]
    [InlineData("doctor --upgrade-to 1.99 --timeout 10m")]
    [InlineData("check cluster:all-well")]
    [InlineData("explain --scaled-object cluster:all-well/web --value 45")]
    [InlineData("simulate --scaled-object cluster:all-well/web --traffic demo")]
    [InlineData("tune --scaled-object cluster:all-well/web --traffic demo")]
    public async Task Command_ThatReadsASilentCluster_EndsAtOnce(string line)
    {
        await using var server = await ReplayServer.StartAsync([RepositoryRoot.PathOf($"{LiveCommand.Chains}/all-well.json")], _ => true);
        server.WriteKubeconfig(_command.Folder, "all-well");
        var start = ProcessSteering.Interruptible(Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "kedastack.dll"), .. line.Split(' ')]);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (_command.Folder, true, true);
        start.Environment["KUBECONFIG"] = Path.Combine(_command.Folder, "kubeconfig");
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await Eventually.TrueAsync(() => server.Asked.Count > 0, "nothing was asked");
            var watch = Stopwatch.StartNew();

            process.Signal(ProcessSteering.Interrupt);

            Assert.Equal(Interrupted, await process.WaitForExitCodeAsync());
            // The reads themselves would wait for 30 s at the least.
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
            Assert.Equal(("", "Stopped before the end; nothing was written.\n"), (await output, await error));
        }
        finally
        {
            process.End();
        }
    }

    public void Dispose() => _command.Dispose();
}
