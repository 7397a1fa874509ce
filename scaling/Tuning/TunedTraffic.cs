using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Scaling.Tuning;

/// <summary>
/// One load, prepared for any settings. Settings are compared at rest: each run begins with the replicas that its settings
/// want for the first load, and with a lead-in of that load which is not counted, until the rate window is full. Otherwise
/// a minimum would be rewarded for a beginning that no workload has.
/// </summary>
internal sealed class TunedTraffic
{
    private static readonly TimeSpan _afterWindow = TimeSpan.FromMinutes(5);

    private readonly SimulationScenario _scenario;
    private readonly long _leadIn;
    private readonly bool _isCold;

    /// <summary>Prepares a load.</summary>
    /// <param name="scenario">The run of today's settings.</param>
    /// <param name="longestWindow">The longest rate window that is tried.</param>
    public TunedTraffic(SimulationScenario scenario, TimeSpan longestWindow)
    {
        _isCold = scenario.InitialReplicas is not null;
        var room = SimulationTime.Longest - scenario.Duration;
        var leadIn = _isCold ? TimeSpan.Zero : longestWindow + _afterWindow < room ? longestWindow + _afterWindow : room;
        _leadIn = leadIn.WholeMilliseconds();
        _scenario = scenario with
        {
            Traffic = Traffic.FromSteps(Shifted(scenario.Traffic)),
            Duration = scenario.Duration + leadIn,
            Disturbances = [.. scenario.Disturbances.Select(disturbance => disturbance with { At = disturbance.At + leadIn })],
        };
    }

    /// <summary>Runs settings and counts.</summary>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public TrafficTally Run(ScalingSettings settings, ulong seed, CancellationToken cancellationToken)
    {
        var collector = new ObjectiveCollector(_leadIn);
        var scenario = _scenario with
        {
            Settings = settings,
            Seed = seed,
            InitialReplicas = _isCold ? _scenario.InitialReplicas : AtRest(settings),
        };
        Simulator.Run(scenario, collector, cancellationToken);
        return collector.Tally;
    }

    /// <summary>The replicas that settings want for the first load.</summary>
    private int AtRest(ScalingSettings settings)
    {
        var load = _scenario.Traffic.Steps[0].MilliRequestsPerSecond / 1000m;
        var isActive = settings.MinReplicaCount > 0 || load > settings.ActivationThreshold;
        return isActive
            ? (int)Math.Clamp(Math.Ceiling(load / settings.Threshold), Math.Max(1, settings.MinReplicaCount), settings.MaxReplicaCount)
            : 0;
    }

    private List<TrafficStep> Shifted(Traffic traffic)
    {
        var steps = new List<TrafficStep>();
        foreach (var step in traffic.Steps)
        {
            steps.Add(step with { AtMilliseconds = step.AtMilliseconds == 0 ? 0 : step.AtMilliseconds + _leadIn });
        }

        return steps;
    }
}
