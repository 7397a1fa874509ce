using System.CommandLine;
using KedaStack.Cli.Commands;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Cli.Simulate;

/// <summary>The options that say what is simulated.</summary>
internal sealed class SimulateOptions
{
    private readonly TrafficOptions _traffic = new();
    private readonly ScenarioOptions _world = new();
    private readonly StackOptions _stack = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _traffic.AddTo(command);
        _world.AddTo(command);
        _stack.AddTo(command);
    }

    /// <summary>Simulates what the command line says; null when there are problems, which have then been written.</summary>
    public SimulationReport? Simulate(ParseResult arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        if (_stack.Load(arguments, terminal) is not { } configuration)
        {
            return null;
        }

        var problems = new List<SettingsProblem>();
        var settings = configuration.Result.Settings!;
        var world = _world.Read(arguments, settings, problems);
        var traffic = _traffic.Read(arguments, problems, cancellationToken);
        if (traffic is not null && problems.Count == 0)
        {
            var scenario = world.Scenario(settings, traffic);
            problems.AddRange(ScenarioValidation.Errors(scenario).Select(error => new SettingsProblem("simulation", error)));
            if (problems.Count == 0)
            {
                var result = Simulator.Run(scenario, new RecordingOptions { Prices = world.Prices }, cancellationToken);
                return new SimulationReport
                {
                    Stack = configuration.Stack,
                    Traffic = traffic,
                    World = world,
                    Runs = [new SimulatedRun(configuration.Stack, settings, scenario, result)],
                };
            }
        }

        foreach (var problem in problems)
        {
            terminal.Note(problem.ToString());
        }

        return null;
    }
}
