using KedaStack.Local.Autoscaling;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;
using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Simulation;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Autoscaling;

public sealed class AutoscalerTests
{
    [PythonFact]
    public async Task Decision_WhileItsValueIsAskedFor_SomethingHappens_ComesAfterIt()
    {
        await using var world = await LocalWorld.CreateAsync();
        world.Replicas.Scale(1);
        var scaledObject = Scenarios.DemoSettings.ToScaledObject("sample-app", "keda-demo", "query", "");
        var autoscaler = new Autoscaler(
            scaledObject,
            new PrometheusAsker(new SlowPrometheus(world.Clock, world.Log), "query", scaledObject.PrometheusTrigger, world.Clock, world.World.Pace, KedaSemantics.Default),
            world.Replicas,
            world.Clock,
            world.Log,
            seed: 1,
            () => 0,
            ScalingSemantics.Default);
        using var end = new CancellationTokenSource();
        world.Log.Begin();

        var scaling = autoscaler.RunAsync(end.Token);
        await Eventually.TrueAsync(() => world.Log.Decisions.Count > 0, "no decision");
        await end.CancelAsync();
        await scaling;

        var events = world.Log.Events.ToList();
        var before = events[..events.FindIndex(happened => happened.Reason == LocalEvent.Rescale)].Last(happened => happened.Reason == SlowPrometheus.Asked);
        Assert.True(world.Log.Decisions[0].Time >= before.Time - TimeSpan.FromMilliseconds(1), $"{world.Log.Decisions[0]} {before}");
    }

    // Of six syncs and as many polls, up to 2.20 each asks; from 2.21 at most a poll before the first sync does.
    [PythonTheory]
    [InlineData(20, 36, 11, int.MaxValue)]
    [InlineData(21, 36, 6, 8)]
    [InlineData(21, 37, 6, 8)]
    public async Task Polls_AskPrometheusThemselves_UpTo220(int keda, int kubernetes, int least, int most)
    {
        const int Syncs = 6;
        await using var world = await LocalWorld.CreateAsync();
        world.Replicas.Scale(1);
        var semantics = new ScalingSemantics { Keda = KedaSemantics.ForVersion(keda), Hpa = HpaSemantics.ForKubernetes(kubernetes) };
        var scaledObject = Scenarios.DemoSettings.ToScaledObject("sample-app", "keda-demo", "query", "");
        var prometheus = new CountingPrometheus();
        var autoscaler = new Autoscaler(
            scaledObject,
            new PrometheusAsker(prometheus, "query", scaledObject.PrometheusTrigger, world.Clock, world.World.Pace, semantics.Keda),
            world.Replicas,
            world.Clock,
            world.Log,
            seed: 1,
            () => 0,
            semantics);
        using var end = new CancellationTokenSource();
        world.Log.Begin();

        var scaling = autoscaler.RunAsync(end.Token);
        await Eventually.TrueAsync(() => autoscaler.LastSync is not null && prometheus.Asked >= least && autoscaler.Syncs.Count >= Syncs, "no syncs");
        await end.CancelAsync();
        await scaling;

        Assert.InRange(prometheus.Asked - (autoscaler.Syncs.Count - Syncs), least, most);
    }

    /// <summary>Answers at once, and counts.</summary>
    private sealed class CountingPrometheus : IPrometheusClient
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public Task<InstantQueryResult> QueryAsync(string query, DateTimeOffset time, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult(new InstantQueryResult { Response = InstantQueryResponse.Vector("10") });
        }

        public Task<RangeQueryResult> QueryRangeAsync(
            string query, DateTimeOffset start, DateTimeOffset end, TimeSpan step, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    /// <summary>Has much to do, and something happens before it answers.</summary>
    private sealed class SlowPrometheus(TimeProvider clock, RunLog log) : IPrometheusClient
    {
        public const string Asked = "Asked";

        public async Task<InstantQueryResult> QueryAsync(string query, DateTimeOffset time, CancellationToken cancellationToken)
        {
            await clock.PauseAsync(TimeSpan.FromSeconds(1), cancellationToken);
            log.Note("test", Asked, query);
            return new InstantQueryResult { Response = InstantQueryResponse.Vector("50") };
        }

        public Task<RangeQueryResult> QueryRangeAsync(
            string query, DateTimeOffset start, DateTimeOffset end, TimeSpan step, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
