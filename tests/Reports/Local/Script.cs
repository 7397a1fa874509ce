using System.Globalization;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Reports.Local;

/// <summary>What a <see cref="ScriptedRun"/> plays: a simulation of the demo, beside another one as its prediction.</summary>
internal sealed class Script
{
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789";

    private static readonly LocalMetrics _metrics = new(
        LocalMetricsKind.BuiltIn, "Metrics: built-in scraper, since there is no prometheus on the PATH.", IsAnswering: true, Address: null);

    private readonly SimulationResult _result;

    private Script(SimulationScenario scenario, SimulationScenario predicted, double speed)
    {
        Duration = scenario.Duration;
        _result = Simulator.Run(scenario);
        var recorder = new ScriptRecorder();
        Simulator.Run(scenario, recorder);
        Frames = recorder.Frames();
        Events = [.. Happened().OrderBy(happened => happened.Time).Select((happened, index) => happened with { Number = index + 1 })];
        Plan = new LocalRunPlan
        {
            Settings = scenario.Settings,
            Query = """sum(rate(http_requests_total{namespace="keda-demo",job="sample-app"}[2m]))""",
            TrafficName = "demo",
            Traffic = scenario.Traffic,
            GeneratorRate = 30,
            Duration = scenario.Duration,
            Speed = speed,
            Seed = scenario.Seed,
            Prediction = Simulator.Run(predicted),
        };
    }

    public TimeSpan Duration { get; }

    public LocalRunPlan Plan { get; }

    public IReadOnlyList<ScriptFrame> Frames { get; }

    public IReadOnlyList<LocalEvent> Events { get; }

    /// <summary>The demo for 20 minutes: 30 req/s, 150 req/s from minute 5, none from minute 10.</summary>
    public static Script Demo(double speed = 10)
    {
        var scenario = new SimulationScenario
        {
            Settings = Scenarios.DemoSettings,
            Traffic = TrafficShape.Demo(),
            Duration = TimeSpan.FromMinutes(20),
            Seed = 3,
        };
        return new Script(scenario, scenario with { Seed = 8 }, speed);
    }

    public LocalSnapshot Snapshot(int frame, long number, int added, LocalPhase phase, int events)
    {
        var (point, existing, sync, _) = Frames[Math.Clamp(frame, 0, Frames.Count - 1)];
        var ended = phase == LocalPhase.Ended;
        return new LocalSnapshot
        {
            Number = number,
            Phase = phase,
            Time = point.Time,
            OfferedMilli = ended ? 0 : point.OfferedMilli + (added * 30_000),
            ServedMilli = ended ? 0 : point.ServedMilli,
            LoadGenerators = (int)(point.OfferedMilli / 30_000) + added,
            AddedGenerators = added,
            LastSync = sync,
            LastDecision = Frames.Take(frame + 1).LastOrDefault(past => past.Decision is not null)?.Decision,
            TargetMilli = 10_000,
            SpecReplicas = point.SpecReplicas,
            CreatedReplicas = point.CreatedReplicas,
            ReadyReplicas = point.ReadyReplicas,
            Pods = ended ? [] : [.. Enumerable.Range(0, existing).Select(index => Pod(index, point))],
            Metrics = _metrics,
            Events = events,
            Decisions = 0,
        };
    }

    public LocalRunResult Result(
        LocalRunEnd end, TimeSpan duration, IReadOnlyList<LocalDecision> decisions, IReadOnlyList<LocalEvent> events, IReadOnlyList<LocalPoint> history)
    {
        var requests = (long)_result.Kpis.OfferedRequests;
        return new LocalRunResult
        {
            Plan = Plan,
            End = end,
            Duration = duration,
            Metrics = _metrics,
            Decisions = decisions,
            Events = events,
            History = history,
            Requests = new RequestAccount
            {
                Sent = requests,
                Answered = requests,
                Failed = new Dictionary<string, long>(),
                Dropped = 0,
                Served = requests,
                SilentReplicas = 0,
                SilentGenerators = 0,
                Scraped = requests,
                Unscraped = 0,
                Probes = 914,
            },
            Comparison = new SimulationComparison
            {
                Prediction = Plan.Prediction!,
                LargestReplicaDifference = 2,
                LargestReplicaDifferenceAt = TimeSpan.FromSeconds(331),
                LongestApart = TimeSpan.FromSeconds(6.5),
                LargestMetricDifferenceMilli = 11_250,
                LargestMetricDifferenceAt = TimeSpan.FromSeconds(345),
                SyncPeriod = TimeSpan.FromSeconds(15),
            },
        };
    }

    private static LocalPod Pod(int index, LocalPoint point) => new()
    {
        Name = $"sample-app-7d4b9c-{Letters[index]}{Letters[(index * 7) + 3 - (index * 7 / 24 * 24)]}4{Letters[index + 9]}q",
        State = index < point.ReadyReplicas ? LocalPodState.Ready
            : index < point.CreatedReplicas ? LocalPodState.Starting
            : LocalPodState.Terminating,
        Created = index == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(310 + (index * 9), point.Time.TotalSeconds)),
        Restarts = 0,
        ProcessId = 4000 + index,
        Port = 40000 + index,
        Connections = index < point.CreatedReplicas ? (long)(point.Time.TotalSeconds * 15) / (index + 1) : 0,
    };

    private IEnumerable<LocalEvent> Happened()
    {
        yield return new LocalEvent(0, TimeSpan.Zero, false, "load", "Started", "The load begins: demo.");
        foreach (var frame in Frames)
        {
            if (frame.Decision is { } decision)
            {
                yield return new LocalEvent(
                    0, decision.Time, false, "hpa", "SuccessfulRescale", string.Create(CultureInfo.InvariantCulture, $"New size: {decision.Decision.To}; reason: {decision.Reason}"));
            }
        }

        yield return new LocalEvent(
            0, TimeSpan.FromSeconds(352), true, "sample-app-7d4b9c-gq4rq", "Unhealthy", "The readiness probe failed: connection refused on 127.0.0.1:40004.");
    }
}
