using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Load;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Resources.Workloads;

/// <summary>A run with its settings.</summary>
/// <param name="Name">What tells it from the others: the stack, or the changed settings.</param>
/// <param name="Label">The name where there is little room.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Result">What came of it.</param>
internal sealed record SimulatedRun(string Name, string Label, SimulationScenario Scenario, SimulationResult Result)
{
    /// <summary>Simulates a variant of a stack.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="traffic">The load.</param>
    /// <param name="world">The world around.</param>
    /// <param name="observer">Who watches a run of this length.</param>
    /// <param name="problems">Gets what cannot be simulated.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null after a problem.</returns>
    public static SimulatedRun? Of(
        StackVariant variant,
        SimulatedTraffic traffic,
        SimulatedWorld world,
        Func<TimeSpan, ISimulationObserver> observer,
        ICollection<SettingsProblem> problems,
        CancellationToken cancellationToken)
    {
        var scenario = world.Scenario(variant.Settings, traffic);
        var errors = ScenarioValidation.Errors(scenario);
        foreach (var error in errors)
        {
            problems.Add(new SettingsProblem($"simulation of {variant.Name}", error));
        }

        return errors.Count > 0 ? null : new SimulatedRun(variant.Name, variant.Label, scenario, Simulator.Run(
            scenario, new RecordingOptions { Prices = world.Prices, Observer = observer(scenario.Duration) }, cancellationToken));
    }
}
