using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Scenarios;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Tuning.Evaluation;

/// <summary>
/// One load, prepared for any settings. Settings are compared at rest: each run begins with the replicas that its settings
/// hold under the first load, and with a lead-in of that load which is not counted, until the rate window is full. Otherwise
/// a minimum would be rewarded for a beginning that no workload has.
/// </summary>
internal sealed class TunedTraffic
{
    private static readonly TimeSpan _afterWindow = TimeSpan.FromMinutes(5);

    // One for most searches, so that today's settings have the same figures in all of them.
    private static readonly TimeSpan _usualWindow = TimeSpan.FromMinutes(10);

    private readonly SimulationScenario _scenario;

    /// <summary>Prepares a load.</summary>
    /// <param name="scenario">The run of today's settings; with initial replicas, and without a lead-in, it begins cold.</param>
    /// <param name="longestWindow">The longest rate window that is tried.</param>
    public TunedTraffic(SimulationScenario scenario, TimeSpan longestWindow) => _scenario = scenario with
    {
        LeadIn = scenario.LeadIn > TimeSpan.Zero || scenario.InitialReplicas is not null
            ? scenario.LeadIn
            : LeadInOf(longestWindow, SimulationTime.Longest - scenario.Duration),
    };

    /// <summary>The lead-in of its runs.</summary>
    public TimeSpan LeadIn => _scenario.LeadIn;

    /// <summary>Runs settings and counts.</summary>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public TrafficTally Run(ScalingSettings settings, ulong seed, CancellationToken cancellationToken)
    {
        var collector = new ObjectiveCollector();
        Simulator.Run(_scenario with { Settings = settings, Seed = seed }, collector, cancellationToken);
        return collector.Tally;
    }

    private static TimeSpan LeadInOf(TimeSpan longestWindow, TimeSpan room)
    {
        var leadIn = (longestWindow > _usualWindow ? longestWindow : _usualWindow) + _afterWindow;
        return leadIn < room ? leadIn : room;
    }
}
