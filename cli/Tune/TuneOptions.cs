using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Options.Load;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Tune;
using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Cli.Tune;

/// <summary>The options that say what is tuned, for what and how long.</summary>
internal sealed class TuneOptions
{
    private const int MostCandidates = 1_000_000;
    private const decimal LongestBudgetSeconds = 86_400;
    private const decimal Percent = 100;
    private const decimal MostFlaps = 1_000_000;

    private readonly LoadOptions _load = new(isSeveral: true);
    private readonly KnobOptions _knobs = new();
    private readonly ScenarioOptions _world = new();
    private readonly StackOptions _stack = new(takesScaledObject: true, takesWorkload: true);
    private readonly Option<string?> _candidates = TextOption.Create("--candidates", "How many settings to try. Default: 10000.", "number");
    private readonly Option<string?> _budget = TextOption.Create("--budget", "How many seconds the search may take. Default: no limit.", "seconds");
    private readonly Option<string?> _unmet = TextOption.Create("--max-unmet", "Upper limit for the unmet requests of the recommended settings, in percent. Default: 0.1 more than the best settings leave.", "percent");
    private readonly Option<string?> _flaps = TextOption.Create("--max-flaps", "Upper limit for the flaps of the recommended settings. Default: one more than with today's.", "number");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _load.AddTo(command);
        foreach (var option in (Option<string?>[])[_budget, _candidates, _unmet, _flaps])
        {
            command.Options.Add(option);
        }

        _knobs.AddTo(command);
        _world.AddTo(command);
        _stack.AddTo(command);
    }

    /// <summary>Tunes what the command line says; null when there are problems, which have then been written.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Where progress and problems go.</param>
    /// <param name="stop">Ends the search early.</param>
    public async Task<TuneReport?> TuneAsync(ParseResult arguments, Terminal terminal, CancellationToken stop)
    {
        if (_stack.Load(arguments, terminal) is not { } configuration)
        {
            return null;
        }

        using var progress = new ProgressLine(terminal, TimeProvider.System);
        var problems = new List<SettingsProblem>();
        var settings = configuration.Result.Settings!;
        var world = _world.Read(arguments, settings, _stack.InFiles(arguments, settings), problems) with { HasNodePool = _stack.File(arguments) is null };
        var traffics = await _load.ReadAsync(arguments, _stack, configuration, problems, progress, stop);
        var problem = _knobs.Read(arguments, problems, new TuningProblem
        {
            Scenarios = [.. traffics.Select(traffic => world.Scenario(settings, traffic))],
            IsCapacityKnown = !world.IsCapacityAssumed,
        });
        var options = Read(new OptionReader(arguments, problems), ref problem) with
        {
            Seed = traffics.Count > 0 ? traffics[0].Seed : 1,
            Progress = new TuneProgress(progress),
        };
        if (problems.Count == 0 && world.Pods.Capacity is null)
        {
            problems.Add(SettingsProblem.Create(
                "--pod-capacity", "leaves no request unmet, so that there is nothing to tune for", "\"unlimited\"", "write the requests per second that a pod can serve"));
        }
        else if (problems.Count == 0)
        {
            problems.AddRange(problem.Errors().Select(error => new SettingsProblem("tune", error)));
        }

        var report = problems.Count > 0 ? null : new TuneReport
        {
            Stack = _stack.Subject(configuration),
            Kind = _stack.Kind(arguments),
            Traffics = traffics,
            World = world,
            Problem = problem,
            Options = options,
            Result = Tuner.Run(problem, options, stop),
        };
        report = report is null ? null : report with { Simulations = SimulateCommands.For(arguments, report), FileChange = _stack.Change(arguments, report.Changes) };
        progress.Dispose();
        foreach (var wrong in problems)
        {
            terminal.Note(wrong.ToString());
        }

        return report;
    }

    private TuningOptions Read(OptionReader reader, ref TuningProblem problem)
    {
        var defaults = new TuningOptions();
        problem = problem with
        {
            MaxUnmetShare = reader.Number(_unmet, 0, Percent) / Percent,
            MaxFlaps = reader.Number(_flaps, 0, MostFlaps),
        };
        return defaults with
        {
            Candidates = (int)(reader.Integer(_candidates, 1, MostCandidates) ?? defaults.Candidates),
            Budget = reader.Number(_budget, 0.1m, LongestBudgetSeconds) is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null,
        };
    }
}
