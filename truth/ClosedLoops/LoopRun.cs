using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Truth.ClosedLoops.Scenarios;

namespace KedaStack.Truth.ClosedLoops;

/// <summary>One simulation of a loop: its replicas and its syncs, in the loop's time.</summary>
internal sealed class LoopRun : ISyncObserver
{
    private readonly long _begin;
    private readonly List<ReplicaStep> _steps = [];
    private readonly List<HpaSync> _syncs = [];

    private LoopRun(LoopClock clock) => _begin = clock.BeginMilliseconds;

    /// <summary>The replicas from a time on, in which the Deployment was made.</summary>
    public ReplicaCurve Curve(long fromMilliseconds) =>
        ReplicaCurve.Of(_steps.Where((_, place) => place + 1 == _steps.Count || _steps[place + 1].AtMilliseconds > fromMilliseconds));

    /// <summary>The syncs; their times are the simulation's.</summary>
    public IReadOnlyList<HpaSync> Syncs => _syncs;

    /// <summary>Runs a scenario.</summary>
    public static LoopRun Of(SimulationScenario scenario, LoopClock clock)
    {
        var run = new LoopRun(clock);
        Simulator.Run(scenario, run);
        return run;
    }

    /// <inheritdoc/>
    public void OnStretch(in LoadStretch stretch)
    {
        if (_steps.Count == 0 || _steps[^1].Replicas != stretch.SpecReplicas)
        {
            _steps.Add(new ReplicaStep(stretch.FromMilliseconds + _begin, stretch.SpecReplicas));
        }
    }

    /// <inheritdoc/>
    public void OnDecision(in ScalingDecision decision)
    {
    }

    /// <inheritdoc/>
    public void OnSync(in HpaSync sync) => _syncs.Add(sync with { AtMilliseconds = sync.AtMilliseconds + _begin });
}
