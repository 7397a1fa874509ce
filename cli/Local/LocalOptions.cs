using System.CommandLine;
using System.CommandLine.Parsing;
using KedaStack.Cli.Options;
using KedaStack.Cli.Options.Load;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Load;
using KedaStack.Resources.LocalRuns;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Cli.Local;

/// <summary>The options that say what runs on this machine.</summary>
internal sealed class LocalOptions
{
    private const string BuiltIn = "built-in";
    private const string DurationName = "--duration";
    private const decimal HighestSpeed = 100;

    // What a laptop can send and serve with Python; more is for simulate.
    private const int HighestLoad = 1000;

    private readonly StackOptions _stack = new(takesWorkload: true);
    private readonly TrafficOptions _traffic = new();
    private readonly Option<string?> _speed = new("--speed")
    {
        Description = "How many times as fast time passes, 1 to 100: every interval of the settings is that many times as short, the load stays in requests per second. Default: 1.",
        HelpName = "factor",
    };

    private readonly Option<string?> _prometheus = new("--prometheus")
    {
        Description = "The address of a Prometheus that is already running, or built-in for the scraper that needs none. Default: one is started if there is one on the PATH, else built-in.",
        HelpName = "address",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _traffic.AddTo(command);
        command.Options.Add(_speed);
        command.Options.Add(_prometheus);
        _stack.AddTo(command);
    }

    /// <summary>What the command line asks for; null when there are problems, which have then been written.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Gets the problems, and what follows from the stack's versions.</param>
    /// <param name="cancellationToken">Gives the reading of a file up.</param>
    public LocalRequest? Read(ParseResult arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var configuration = _stack.Load(arguments, terminal);
        var problems = new List<SettingsProblem>();
        var reader = new OptionReader(arguments, problems);
        var speed = (double)(reader.Number(_speed, 1, HighestSpeed) ?? 1);
        var isBuiltIn = reader.Text(_prometheus) == BuiltIn;
        var prometheus = isBuiltIn ? null : Prometheus(reader);
        SimulatedTraffic? traffic;
        using (var progress = new ProgressLine(terminal, TimeProvider.System))
        {
            traffic = _traffic.Read(arguments, problems, progress, cancellationToken);
        }

        if (traffic?.Traffic.PeakMilli > HighestLoad * 1000L)
        {
            problems.Add(SettingsProblem.Create(
                "--traffic",
                "is more than one machine carries",
                FormattableString.Invariant($"{traffic.Traffic.PeakMilli / 1000m:0.###} req/s"),
                FormattableString.Invariant($"write at most {HighestLoad} req/s, or look at it with kedastack simulate")));
        }

        if (configuration?.Result.Settings is { } settings)
        {
            problems.AddRange(ScenarioValidation.Errors(settings.Scaling).Select(error => new SettingsProblem("local predicts the run", error)));
        }

        terminal.Note(problems);

        if (configuration?.Result.Settings is not { } stack || traffic is null || problems.Count > 0)
        {
            return null;
        }

        foreach (var note in (string[])[.. StackVersions.Of(stack).Notes, .. LoadQuestion.Of(traffic, stack.Scaling).Notes])
        {
            terminal.Note(note);
        }

        return new LocalRequest
        {
            Stack = configuration,
            Traffic = traffic,
            HasDuration = arguments.GetResult(DurationName) is OptionResult { Implicit: false },
            Speed = speed,
            Prometheus = prometheus,
            IsBuiltIn = isBuiltIn,
        };
    }

    private PrometheusAddress? Prometheus(OptionReader reader)
    {
        if (reader.Text(_prometheus) is not { } text)
        {
            return null;
        }

        var reading = PrometheusAddress.Read(text);
        if (reading.Address is null)
        {
            reader.Problems.Add(SettingsProblem.Create(_prometheus.Name, reading.Wrong, Quoted.Text(text), reading.Right));
        }

        return reading.Address;
    }
}
