using KedaStack.Local.Load;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;
using KedaStack.Tests.Infra.Hooks;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Load;

/// <summary>Generators that die; the clock stands still unless a test says otherwise.</summary>
[Collection(LocalProcesses.Name)]
public sealed class GeneratorFleetTests
{
    private const decimal Rate = 10;
    private const string DiesAtOnce = """print('{"event":"start"}', flush=True); raise SystemExit('no network')""";

    private static readonly TimeSpan _firstWait = TimeSpan.FromSeconds(10);

    private readonly ManualClock _clock = new();
    private readonly RunLog _log = new(TimeProvider.System);

    [PythonFact]
    public async Task Generator_DiesAgainAndAgain_IsReplacedAtOnceThenWithBackOff()
    {
        await using var host = await HostAsync();
        await using var fleet = Fleet(host, DiesAtOnce);

        await fleet.SetAsync(Rate);

        await WaitsAsync(1);
        Assert.Equal(2, Died);
        _clock.Advance(_firstWait);
        await WaitsAsync(2);
        Assert.Equal(3, Died);
        Assert.Contains(_log.Events, happened => happened.Message == "The load generator ended by itself: no network.");
    }

    [PythonFact]
    public async Task Load_ChangesWhileADeadGeneratorWaits_GetsOneReplacementOnly()
    {
        await using var host = await HostAsync();
        await using var fleet = Fleet(host, DiesAtOnce);
        await fleet.SetAsync(Rate);
        await WaitsAsync(1);

        await fleet.SetAsync(2 * Rate);

        await WaitsAsync(2);
        await fleet.StopAsync();
        Assert.Equal(4, (await fleet.ReportsAsync()).Count);
    }

    [PythonFact]
    public async Task Stop_WhileADeadGeneratorWaits_StartsNoneAnyMore()
    {
        await using var host = await HostAsync();
        var fleet = Fleet(host, DiesAtOnce);
        await fleet.SetAsync(Rate);
        await WaitsAsync(1);

        await fleet.StopAsync();

        _clock.Advance(_firstWait);
        await fleet.DisposeAsync();
        Assert.Equal(2, (await fleet.ReportsAsync()).Count);
        Assert.Equal(0, fleet.Count);
    }

    [PythonFact]
    public async Task Replacement_CannotBeStarted_IsSaidAndTriedAgain()
    {
        using var directory = new TemporaryDirectory();
        await using var host = await HostAsync();
        var python = directory.Combine("python3");
        File.CreateSymbolicLink(python, host.Python.Path);
        await using var fleet = Fleet(
            host with { Python = new KedaStack.Local.Processes.PythonInterpreter(python) }, $"import os; os.remove('{python}'); {DiesAtOnce}");

        await fleet.SetAsync(Rate);

        await WaitsAsync(1);
        var failed = _log.Events.Single(happened => happened.Reason == "Failed");
        Assert.True(failed.IsWarning);
        Assert.StartsWith($"{python}: cannot be started once more (", failed.Message, StringComparison.Ordinal);
        File.CreateSymbolicLink(python, host.Python.Path);
        _clock.Advance(_firstWait);
        await Eventually.TrueAsync(() => Died == 2, "it was not started again");
    }

    private int Died => _log.Events.Count(happened => happened.Reason == "Died");

    private GeneratorFleet Fleet(ProcessHost host, string script) => new(
        host,
        new GeneratorTemplate
        {
            Name = "load-generator",
            ScriptName = "load.py",
            Script = script,
            Environment = new Dictionary<string, string>(),
            Rate = Rate,
        },
        new Uri("http://127.0.0.1:1/"),
        _clock,
        _log);

    private Task WaitsAsync(int count) => Eventually.TrueAsync(() => _clock.Waits == count, $"not {count} waits");

    private static Task<ProcessHost> HostAsync() =>
        ProcessHost.CreateAsync(Environment.GetEnvironmentVariable("PATH")!, CancellationToken.None);
}
