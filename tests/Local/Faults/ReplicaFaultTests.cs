using System.Diagnostics;
using KedaStack.Local;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Faults;

[Collection(LocalProcesses.Name)]
public sealed class ReplicaFaultTests
{
    private static readonly TimeSpan _long = TimeSpan.FromHours(1);

    [PythonFact]
    public async Task Replica_KilledUnderLoad_IsRestartedAndTheOthersServe()
    {
        await using var run = LocalRun.Start(await LocalRuns.OptionsAsync("0s:60", _long, "minReplicaCount=2"));
        var before = await run.WaitForAsync(snapshot => snapshot.ReadyReplicas == 2 && Served(snapshot) > 20);

        Kill(before.Pods[0]);

        await run.WaitForAsync(snapshot => snapshot.Pods[0] is { State: LocalPodState.Ready, Restarts: 1 } && Served(snapshot) > Served(before) + 20);
        run.Stop();
        var result = await run.Completion;
        Assert.Contains(run.Events, happened => happened.Reason == "Died" && happened.Subject == before.Pods[0].Name && happened.IsWarning);
        Assert.Equal(1, result.Requests.SilentReplicas);
        AssertAccounted(result.Requests);
    }

    [PythonFact]
    public async Task Replicas_AllKilled_AllComeBackAndServe()
    {
        await using var run = LocalRun.Start(await LocalRuns.OptionsAsync("0s:60", _long, "minReplicaCount=3"));
        var before = await run.WaitForAsync(snapshot => snapshot.ReadyReplicas == 3 && Served(snapshot) > 20);

        foreach (var pod in before.Pods)
        {
            Kill(pod);
        }

        await run.WaitForAsync(snapshot => snapshot.Pods.Take(3).All(pod => pod is { State: LocalPodState.Ready, Restarts: 1 })
            && Served(snapshot) > Served(before) + 20);
        run.Stop();
        var result = await run.Completion;
        Assert.Equal(3, result.Requests.SilentReplicas);
        AssertAccounted(result.Requests);
    }

    [PythonFact]
    public async Task Replica_NeverReady_IsSaidWithItsReason()
    {
        var options = await LocalRuns.OptionsAsync("0s:60", _long);
        options = options with
        {
            Plan = options.Plan with { Speed = 1 },
            App = options.App with
            {
                Script = "import time; time.sleep(600)",
                Startup = options.App.Startup! with { FailureThreshold = 2 },
                PreStopDelay = TimeSpan.Zero,
            },
        };
        await using var run = LocalRun.Start(options);

        var exception = await Assert.ThrowsAsync<LocalRunException>(() => run.Completion);

        Assert.StartsWith("sample-app: the first replica does not become Ready (", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Connection refused", exception.Message, StringComparison.Ordinal);
        Assert.Equal(LocalPhase.Ended, run.Current.Phase);
    }

    // How many fail depends on how long a killed replica takes to start again, which is the machine's affair; none is lost.
    private static void AssertAccounted(RequestAccount requests) =>
        Assert.True(requests.Sent == requests.Answered + requests.Failed.Values.Sum(), requests.ToString());

    private static long Served(LocalSnapshot snapshot) => snapshot.Pods.Sum(pod => pod.Connections);

    private static void Kill(LocalPod pod) => Process.GetProcessById(pod.ProcessId!.Value).Kill();
}
