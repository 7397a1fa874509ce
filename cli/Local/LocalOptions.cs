using System.CommandLine;
using System.CommandLine.Parsing;
using KedaStack.Cli.Commands;
using KedaStack.Cli.Options;
using KedaStack.Cli.Preview;
using KedaStack.Cli.Simulate;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Local;
using KedaStack.Scaling.Hpa;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Simulation;

namespace KedaStack.Cli.Local;

/// <summary>The options that say what runs on this machine.</summary>
internal sealed class LocalOptions
{
    private const string BuiltIn = "built-in";
    private const string DurationName = "--duration";
    private const decimal HighestSpeed = 100;

    // What a laptop can send and serve with Python; more is for simulate.
    private const int HighestLoad = 1000;

    private static readonly TimeSpan _afterwards = TimeSpan.FromMinutes(1);

    private readonly StackOptions _stack = new();
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
    /// <param name="terminal">Gets the problems.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LocalRunOptions?> ReadAsync(ParseResult arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        if (_stack.Load(arguments, terminal) is not { } configuration)
        {
            return null;
        }

        var settings = configuration.Result.Settings!;
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

        foreach (var problem in problems)
        {
            terminal.Note(problem.ToString());
        }

        if (traffic is null || problems.Count > 0)
        {
            return null;
        }

        var workload = StackWorkload.Of(await StackPreviewer.RunAsync(PreviewRequest.Of(configuration)), settings);
        var plan = new LocalRunPlan
        {
            Settings = settings.Scaling,
            Query = workload.Query.ToString(),
            TrafficName = traffic.Source,
            Traffic = traffic.Traffic,
            GeneratorRate = workload.Generator.Rate,
            Duration = Duration(arguments, traffic, settings.Scaling.Window),
            Speed = speed,
            Seed = traffic.Seed,
        };
        return new LocalRunOptions
        {
            Plan = plan.WithPrediction(),
            App = workload.App,
            Generator = workload.Generator,
            Query = workload.Query,
            Prometheus = prometheus,
            UseBuiltInScraper = isBuiltIn,
            SearchPath = Environment.GetEnvironmentVariable("PATH") ?? "",
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

    // Without being told: until the replicas have followed the last change of the load.
    private static TimeSpan Duration(ParseResult arguments, SimulatedTraffic traffic, TimeSpan window)
    {
        if (arguments.GetResult(DurationName) is OptionResult { Implicit: false })
        {
            return traffic.Duration;
        }

        var last = TimeSpan.FromMilliseconds(traffic.Traffic.Steps[^1].AtMilliseconds);
        var settled = last + window + HpaSemantics.Default.DownscaleStabilization + _afterwards;
        return settled < ScenarioValidation.LongestRun ? settled : ScenarioValidation.LongestRun;
    }
}
