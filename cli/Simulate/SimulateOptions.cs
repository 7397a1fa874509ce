using System.CommandLine;
using System.Globalization;
using KedaStack.Cli.Options;
using KedaStack.Cli.Options.Load;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Simulate;
using KedaStack.Resources.Load;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Simulation;
using KedaStack.Scaling.Simulation.Recording;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Cli.Simulate;

/// <summary>The options that say what is simulated.</summary>
internal sealed class SimulateOptions
{
    private const int LongestLabel = 20;

    private readonly LoadOptions _load = new();
    private readonly ScenarioOptions _world = new();
    private readonly StackOptions _stack = new();
    private readonly Option<string[]> _compare = new("--compare")
    {
        Description = "Settings of a variant to compare with, such as threshold=20,window=1m; may be repeated.",
        HelpName = "key=value,...",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _load.AddTo(command);
        command.Options.Add(_compare);
        _world.AddTo(command);
        _stack.AddTo(command);
    }

    /// <summary>Simulates what the command line says; null when there are problems, which have then been written.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="isCsvWanted">Whether every sync is kept for a CSV.</param>
    /// <param name="terminal">Where progress and problems go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SimulationReport?> SimulateAsync(
        ParseResult arguments, bool isCsvWanted, Terminal terminal, CancellationToken cancellationToken)
    {
        if (_stack.Load(arguments, terminal) is not { } configuration)
        {
            return null;
        }

        using var progress = new ProgressLine(terminal, TimeProvider.System);
        var problems = new List<SettingsProblem>();
        var settings = configuration.Result.Settings!;
        var world = _world.Read(arguments, settings, _stack.InFiles(arguments, settings), problems);
        var variants = Variants(arguments, configuration.Stack, settings, problems);
        var traffic = await _load.ReadAsync(arguments, _stack, configuration, problems, progress, cancellationToken) is [var load] ? load : null;
        var csv = isCsvWanted ? new SimulationCsv(traffic?.RecordedFrom) : null;
        var report = traffic is null || problems.Count > 0 ? null : new SimulationReport
        {
            Stack = configuration.Stack,
            Traffic = traffic,
            World = world,
            Runs = [.. variants.Select(variant => Run(variant, traffic, world, csv, problems, progress, cancellationToken)).OfType<SimulatedRun>()],
            Csv = csv,
        };
        progress.Dispose();
        terminal.Note(problems);

        return problems.Count == 0 ? report : null;
    }

    private List<(string Name, string Label, StackSettings Settings)> Variants(
        ParseResult arguments, string stack, StackSettings settings, List<SettingsProblem> problems)
    {
        var variants = new List<(string Name, string, StackSettings)> { (stack, stack, settings) };
        var earlier = new HashSet<string>();
        foreach (var text in arguments.GetValue(_compare)!.Select(text => text.Trim()))
        {
            if (CompareText.Read(text, arguments.CommandResult.Command.Options.Select(option => option.Name), problems) is not { } assignments)
            {
                continue;
            }

            if (!earlier.Add(string.Join(',', assignments.Order(StringComparer.Ordinal))))
            {
                problems.Add(SettingsProblem.Create(_compare.Name, "gives the same variant twice", Quoted.Text(text), "leave one of them out"));
                continue;
            }

            var result = _stack.Load(arguments, assignments).Result;
            problems.AddRange(result.Problems.Select(problem => CompareText.Of(text, problem)));
            if (result.IsValid)
            {
                variants.Add((text, text.Length <= LongestLabel ? text : string.Create(CultureInfo.InvariantCulture, $"variant {variants.Count}"), result.Settings));
            }
        }

        return variants;
    }

    private static SimulatedRun? Run(
        (string Name, string Label, StackSettings Settings) variant,
        SimulatedTraffic traffic,
        SimulatedWorld world,
        SimulationCsv? csv,
        List<SettingsProblem> problems,
        ProgressLine progress,
        CancellationToken cancellationToken)
    {
        var scenario = world.Scenario(variant.Settings, traffic);
        var errors = ScenarioValidation.Errors(scenario);
        problems.AddRange(errors.Select(error => new SettingsProblem($"simulation of {variant.Name}", error)));
        ISimulationObserver shown = new RunProgress(progress, $"Simulating {variant.Name}", scenario.Duration);
        return errors.Count > 0 ? null : new SimulatedRun(variant.Name, variant.Label, variant.Settings, scenario, Simulator.Run(
            scenario,
            new RecordingOptions { Prices = world.Prices, Observer = csv is null ? shown : new ObserverList(shown, csv.Rows(variant.Name)) },
            cancellationToken));
    }
}
