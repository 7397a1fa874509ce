using KedaStack.Scaling.Simulation.Engine;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Recording.Kpis;
using KedaStack.Scaling.Simulation.Recording.Timeline;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Scaling.Simulation;

/// <summary>
/// Runs the whole chain from the offered load to the pods as discrete events, in whole milliseconds, from a seed. Runs
/// share nothing, so any number of them can go on at once.
/// </summary>
public static class Simulator
{
    /// <summary>Runs a scenario and keeps what charts, tables and comparisons need.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">How much is kept; null for <see cref="RecordingOptions.Default"/>.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="ArgumentException">The scenario has errors; the message lists all of them.</exception>
    public static SimulationResult Run(
        SimulationScenario scenario, RecordingOptions? options = null, CancellationToken cancellationToken = default)
    {
        var kept = options ?? RecordingOptions.Default;
        var kpis = new KpiCollector(scenario.Settings, kept.Prices, scenario.Semantics.Hpa);
        var log = new DecisionLog(kept.MostDecisions);
        var timeline = new TimelineRecorder(kept.MostPoints);
        ISimulationObserver[] observers = kept.Observer is { } other ? [kpis, log, timeline, other] : [kpis, log, timeline];
        var statistics = Run(scenario, new ObserverList(observers), cancellationToken);
        return new SimulationResult
        {
            Decisions = log.Decisions,
            DroppedDecisions = log.Dropped,
            Points = timeline.Points,
            SyncsPerPoint = timeline.SyncsPerPoint,
            Kpis = kpis.Kpis,
            Statistics = statistics,
        };
    }

    /// <summary>Runs a scenario for its figures alone: the cheapest run, which keeps no points and no decisions.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="prices">The prices; null for none.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="ArgumentException">The scenario has errors; the message lists all of them.</exception>
    public static SimulationKpis RunKpis(
        SimulationScenario scenario, SimulationPrices? prices = null, CancellationToken cancellationToken = default)
    {
        var kpis = new KpiCollector(scenario.Settings, prices, scenario.Semantics.Hpa);
        Run(scenario, kpis, cancellationToken);
        return kpis.Kpis;
    }

    /// <summary>Runs a scenario for an observer.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="observer">Told of everything.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="ArgumentException">The scenario has errors; the message lists all of them.</exception>
    public static RunStatistics Run(
        SimulationScenario scenario, ISimulationObserver observer, CancellationToken cancellationToken = default)
    {
        var errors = ScenarioValidation.Errors(scenario);
        return errors.Count == 0
            ? new SimulationRun(scenario, observer).Run(cancellationToken)
            : throw new ArgumentException(string.Join('\n', errors), nameof(scenario));
    }
}
