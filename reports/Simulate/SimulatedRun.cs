using KedaStack.Infra.Settings;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Reports.Simulate;

/// <summary>A run with its settings.</summary>
/// <param name="Name">What tells it from the others: the stack, or the changed settings.</param>
/// <param name="Label">The name where there is little room.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Result">What came of it.</param>
internal sealed record SimulatedRun(string Name, string Label, StackSettings Settings, SimulationScenario Scenario, SimulationResult Result);
