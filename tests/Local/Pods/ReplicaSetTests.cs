using System.Diagnostics;
using KedaStack.Local.Watching;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Pods;

[Collection(LocalProcesses.Name)]
public sealed class ReplicaSetTests
{
    [PythonFact]
    public async Task Scale_UpAndDown_ServesAndCountsEveryRequest()
    {
        await using var world = await LocalWorld.CreateAsync();
        world.Replicas.Scale(3);
        await ReadyAsync(world, 3);

        await RequestAsync(world, 60);
        world.Replicas.Scale(1);

        Assert.Equal((1, 1), (world.Replicas.SpecReplicas, world.Replicas.StatusReplicas));
        await RequestAsync(world, 40);
        await Eventually.GetAsync(() => world.Replicas.ExistingPods == 1 ? "" : null, () => Describe(world));
        await world.Replicas.StopAsync();
        Assert.Equal(100, world.Replicas.All.Sum(pod => pod.Ends.Sum(end => end.Served)));
        Assert.All(world.Replicas.All, pod => Assert.Equal(0, pod.Ends.Single().ExitCode));
    }

    [PythonFact]
    public async Task Scale_Down_RemovesTheNewestAndLeavesTheServiceAtOnce()
    {
        await using var world = await LocalWorld.CreateAsync();
        world.Replicas.Scale(2);
        await ReadyAsync(world, 2);

        world.Replicas.Scale(1);

        await Eventually.GetAsync(() => world.World.Service.Endpoints.Count == 1 ? "" : null, () => Describe(world));
        var (oldest, newest) = (world.Replicas.Views[0], world.Replicas.Views[1]);
        Assert.Equal((LocalPodState.Ready, LocalPodState.Terminating), (oldest.State, newest.State));
        Assert.Equal(oldest.Port, world.World.Service.Endpoints.Single().Address.Port);
    }

    [PythonFact]
    public async Task Process_Killed_IsStartedAgainAtOnce()
    {
        await using var world = await LocalWorld.CreateAsync();
        world.Replicas.Scale(1);
        var first = await ReadyAsync(world, 1);

        Process.GetProcessById(first.ProcessId!.Value).Kill();

        var second = await Eventually.GetAsync(
            () => world.Replicas.Views[0] is { State: LocalPodState.Ready, Restarts: 1 } pod ? pod : null, () => Describe(world));
        Assert.Equal((first.Name, first.Port), (second.Name, second.Port));
        Assert.Null(world.Replicas.All[0].Ends[0].Served);
        await RequestAsync(world, 5);
    }

    [PythonFact]
    public async Task Process_DiesAtItsStart_WaitsLongerEachTime()
    {
        await using var world = await LocalWorld.CreateAsync(LocalWorld.SampleApp with { Script = "raise SystemExit('no database')" });

        world.Replicas.Scale(1);

        var backOff = await Eventually.GetAsync(
            () => world.Log.Events.Where(happened => happened.Reason == "BackOff").Skip(1).FirstOrDefault(), () => Describe(world));
        Assert.Equal("Back-off restarting failed container sample-app: 20 s.", backOff.Message);
        Assert.Contains(world.Log.Events, happened => happened.Message == "The process ended with exit code 1: no database.");
        Assert.Empty(world.World.Service.Endpoints);
    }

    [PythonFact]
    public async Task Process_NeverReady_IsRestartedAndGetsNoLoad()
    {
        await using var world = await LocalWorld.CreateAsync(
            LocalWorld.SampleApp with { Script = "import time; time.sleep(600)" }, isPatient: false);

        world.Replicas.Scale(1);

        var killing = await Eventually.GetAsync(
            () => world.Log.Events.FirstOrDefault(happened => happened.Reason == "Killing"), () => Describe(world));
        Assert.Contains("startup probe failed", killing.Message, StringComparison.Ordinal);
        Assert.Equal((1, 0), (world.Replicas.StatusReplicas, world.Replicas.ReadyPods));
    }

    private static Task<LocalPod> ReadyAsync(LocalWorld world, int count) => Eventually.GetAsync(
        () => world.Replicas.ReadyPods == count ? world.Replicas.Views[0] : null, () => Describe(world));

    private static async Task RequestAsync(LocalWorld world, int count)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { ConnectionClose = true } };
        for (var i = 0; i < count; i++)
        {
            Assert.StartsWith("hello", await client.GetStringAsync($"http://{world.World.Service.Address}/"), StringComparison.Ordinal);
        }
    }

    private static string Describe(LocalWorld world) =>
        string.Join("; ", world.Replicas.Views) + string.Join("; ", world.Log.Events.Select(happened => happened.Message));
}
