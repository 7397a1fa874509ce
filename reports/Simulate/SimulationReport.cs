using System.Globalization;
using KedaStack.Resources.Load;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Hpa.Proposals;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Reports.Simulate;

/// <summary>What <c>kedastack simulate</c> found.</summary>
internal sealed record SimulationReport
{
    /// <summary>The stack's name, or the file.</summary>
    public required string Stack { get; init; }

    /// <summary>What it is the name of.</summary>
    public string Kind { get; init; } = "Stack";

    /// <summary>The load.</summary>
    public required SimulatedTraffic Traffic { get; init; }

    /// <summary>The world around.</summary>
    public required SimulatedWorld World { get; init; }

    /// <summary>The run of the stack's own settings first, then the variants.</summary>
    public required IReadOnlyList<SimulatedRun> Runs { get; init; }

    /// <summary>Every sync of the runs.</summary>
    /// <value>Null: nobody asked for it.</value>
    public SimulationCsv? Csv { get; init; }

    /// <summary>The run of the stack's own settings.</summary>
    public SimulatedRun Base => Runs[0];

    /// <summary>What a reader should know, in sentences.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. World.Notes,
        .. Traffic.Notes,
        .. World.Disturbances.Where(disturbance => disturbance.At >= Traffic.Duration).Select(disturbance =>
            $"{DisturbanceText.Name(disturbance)}: begins at {PrometheusDuration.Format(disturbance.At)}, when the run of {PrometheusDuration.Format(Traffic.Duration)} is over."),
        .. Runs.Where(run => run.Result.Kpis.MostPodsWithoutRoom > 0).Select(run => string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Label}: up to {Shown.Count(run.Result.Kpis.MostPodsWithoutRoom, "pod")} found no room on {run.Scenario.Nodes!.MaxNodes} nodes of {run.Scenario.Nodes.PodsPerNode} pods each, waited for ever and served nothing: raise nodeCountMax or nodeVmSize, or lower maxReplicaCount.")),
        .. Runs.Where(run => IsSaturated(run.Scenario)).Select(run => string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Label}: a pod counts what it serves, at most {run.Scenario.Pods.Capacity:0.###} req/s, which the HPA's tolerance still takes for the threshold of {run.Scenario.Settings.Threshold:0.###}: more load adds no replicas.")),
        .. Runs.Where(run => run.Scenario is { Origin: MetricOrigin.Pods, Settings.MinReplicaCount: 0 }).Select(run =>
            $"{run.Label}: pods that are not there count nothing, so that nothing wakes them from 0 replicas (--counted-by ingress)."),
        .. Runs.Where(run => run.Scenario.TimeBetweenSyncs > run.Scenario.Semantics.Hpa.SyncPeriod + run.Scenario.MetricLatency).Select(run => string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Label}: the HPA is synced every {PrometheusDuration.Format(run.Scenario.TimeBetweenSyncs)}, not every {PrometheusDuration.Format(run.Scenario.Semantics.Hpa.SyncPeriod)}: the controller has {Shown.Number(run.Scenario.Autoscalers)} HPAs for {Shown.Count(run.Scenario.Semantics.Hpa.ConcurrentSyncs, "worker")}, and a sync takes {PrometheusDuration.Format(run.Scenario.MetricLatency)} (--hpas, --sync-duration).")),
        .. Runs.Skip(1).Where(IsLikeBase).Select(run => $"{run.Label}: makes no difference to this run."),
    ];

    private bool IsLikeBase(SimulatedRun run) =>
        run.Result.Kpis == Base.Result.Kpis
        && run.Result.Decisions.Select(Step).SequenceEqual(Base.Result.Decisions.Select(Step));

    private static (long At, int From, int To) Step(ScalingDecision decision) => (decision.AtMilliseconds, decision.From, decision.To);

    private static bool IsSaturated(SimulationScenario scenario) =>
        scenario.Origin == MetricOrigin.Pods
        && (double?)scenario.Pods.Capacity <= (double)scenario.Settings.Threshold * (1 + Tolerances.For(scenario.Settings.Behavior, scenario.Semantics.Hpa).ScaleUp);
}
