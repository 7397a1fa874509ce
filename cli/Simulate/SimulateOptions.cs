using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Options.Load;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Simulate;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Cli.Simulate;

/// <summary>The options that say what is simulated.</summary>
internal sealed class SimulateOptions
{
    private readonly LoadOptions _load = new();
    private readonly ScenarioOptions _world = new();
    private readonly StackOptions _stack = new(takesScaledObject: true, takesWorkload: true);
    private readonly Option<string[]> _compare = new(CompareText.Option)
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
        var world = _world.Read(arguments, settings, _stack.InFiles(arguments, settings), problems) with { HasNodePool = _stack.File(arguments) is null };
        var variants = StackVariant.Read(
            _stack.Subject(configuration),
            settings,
            arguments.GetValue(_compare)!,
            assignments => _stack.Load(arguments, assignments).Result,
            [.. arguments.CommandResult.Command.Options.Select(option => option.Name)],
            problems);
        var traffic = await _load.ReadAsync(arguments, _stack, configuration, problems, progress, cancellationToken) is [var load] ? load : null;
        var csv = isCsvWanted ? new SimulationCsv(traffic?.RecordedFrom) : null;
        var report = traffic is null || problems.Count > 0 ? null : new SimulationReport
        {
            Stack = _stack.Subject(configuration),
            Kind = _stack.Kind(arguments),
            Traffic = traffic,
            World = world,
            Runs =
            [
                .. variants
                    .Select(variant => SimulatedRun.Of(
                        variant, traffic, world, duration => Observer(variant, duration, csv, progress), problems, cancellationToken))
                    .OfType<SimulatedRun>(),
            ],
            Csv = csv,
        };
        progress.Dispose();
        terminal.Note(problems);

        return problems.Count == 0 ? report : null;
    }

    private static ISimulationObserver Observer(StackVariant variant, TimeSpan duration, SimulationCsv? csv, ProgressLine progress)
    {
        var shown = new RunProgress(progress, $"Simulating {variant.Name}", duration);
        return csv is null ? shown : new ObserverList(shown, csv.Rows(variant.Name));
    }
}
