using System.CommandLine;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Load;
using KedaStack.Scaling.Simulation.Load.Recorded;
using KedaStack.Scaling.Simulation.Scenarios;

namespace KedaStack.Cli.Options.Load;

/// <summary>The options that say what load comes, for how long, and the seed.</summary>
/// <param name="isSeveral">Whether several loads can be given, and one has to be.</param>
internal sealed class TrafficOptions(bool isSeveral = false)
{
    private static readonly TimeSpan _shortestRun = TimeSpan.FromSeconds(1);

    private readonly Option<string[]> _traffic = new("--traffic", "-t")
    {
        Description = "The load: steady, step, ramp, demo, spike, diurnal or bursty; or items such as '0s:30, 5m:150, 10m:~0'; or a file of times and requests per second, CSV or JSON; - for standard input. "
            + (isSeveral ? "Required, unless --from-prometheus is given; may be repeated." : "Default: demo."),
        HelpName = "load",
    };

    private readonly Option<string?> _seed = TextOption.Create("--seed", "The seed of everything random: the same seed, the same run. Default: 1.", "number");
    private readonly Option<string?> _duration = TextOption.Create("--duration", "How long to run. Default: the length of the recording; otherwise an hour, or as long as the load changes.", "duration");
    private readonly Option<string?> _gaps = TextOption.Create("--gaps", "What gaps in a recording mean: refuse (an error), hold (the load stays) or zero. Default: refuse.", "rule");

    private readonly Option<string?> _unit = TextOption.Create("--unit", "What the values of a recording are: req/s, req/min, req/h, count (requests until the next row) or counter (requests so far). Default: what the name of their column says, else req/s.", "unit");
    private readonly Option<bool> _sum = new("--sum") { Description = "Add up the series of a recording: its columns but the time, or rows of the same time." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_traffic, _seed, _duration, _gaps, _unit, _sum])
        {
            command.Options.Add(option);
        }

        _traffic.Validators.Add(result =>
        {
            if (!isSeveral && result.Tokens.Count > 1)
            {
                result.AddError("--traffic: is given more than once; leave out all but one");
            }
        });
    }

    /// <summary>The load that the command line asks for; the first of several.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="progress">Shows how far a file is read.</param>
    /// <param name="cancellationToken">Gives the reading of a file up.</param>
    /// <returns>Null after a problem.</returns>
    public SimulatedTraffic? Read(
        ParseResult arguments, ICollection<SettingsProblem> problems, ProgressLine progress, CancellationToken cancellationToken) =>
        ReadAll(arguments, problems, progress, cancellationToken) is [var traffic, ..] ? traffic : null;

    /// <summary>All the loads that the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="progress">Shows how far a file is read.</param>
    /// <param name="cancellationToken">Gives the reading of a file up.</param>
    public IReadOnlyList<SimulatedTraffic> ReadAll(
        ParseResult arguments, ICollection<SettingsProblem> problems, ProgressLine progress, CancellationToken cancellationToken)
    {
        var reader = new OptionReader(arguments, problems);
        var texts = arguments.GetValue(_traffic) ?? [];
        if (texts.Length == 0 && isSeveral)
        {
            problems.Add(SettingsProblem.Create(_traffic.Name, "is missing", "nothing", "name the load to serve, such as --traffic diurnal or a file .csv or .json"));
        }

        var seed = (ulong)(reader.Integer(_seed, 0, long.MaxValue) ?? 1);
        var duration = reader.Duration(_duration, _shortestRun, ScenarioValidation.LongestRun);
        var reading = new RecordingReading { Gaps = Gaps(reader), Unit = Unit(reader), IsSummed = arguments.GetValue(_sum) };
        if (!texts.Any(text => TrafficFile.IsFile(text.Trim())))
        {
            RefuseForRecordings("a recording", arguments, problems);
        }

        return [.. (texts.Length == 0 && !isSeveral ? [TrafficSource.Default] : texts)
            .Select(text => TrafficSource.Read(text.Trim(), seed, reading, problems, progress.Report, cancellationToken))
            .OfType<SimulatedTraffic>()
            .Select(traffic => traffic.Lasting(duration) with { Seed = seed })];
    }

    /// <summary>A load from elsewhere, with the seed and for as long as the command line says.</summary>
    public SimulatedTraffic Complete(ParseResult arguments, SimulatedTraffic traffic, ICollection<SettingsProblem> problems)
    {
        var reader = new OptionReader(arguments, problems);
        return traffic.Lasting(reader.Duration(_duration, _shortestRun, ScenarioValidation.LongestRun)) with
        {
            Seed = (ulong)(reader.Integer(_seed, 0, long.MaxValue) ?? 1),
        };
    }

    /// <summary>What gaps in a recording mean.</summary>
    public GapRule Gaps(ParseResult arguments, ICollection<SettingsProblem> problems) => Gaps(new OptionReader(arguments, problems));

    /// <summary>Notes the options that are for files alone, where none is read.</summary>
    /// <param name="source">What they have no effect without.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="problems">Gets them.</param>
    public void RefuseForRecordings(string source, ParseResult arguments, ICollection<SettingsProblem> problems)
    {
        foreach (var option in (Option[])[_unit, _sum])
        {
            if (arguments.GetResult(option) is { Implicit: false } result)
            {
                problems.Add(SettingsProblem.Create(
                    option.Name, $"has no effect without {source}", Quoted.Text(result.Tokens is [var token, ..] ? token.Value : option.Name), $"name a file with --traffic, or leave out {option.Name}"));
            }
        }
    }

    private LoadUnit? Unit(OptionReader reader) => reader.Text(_unit) is not { } text ? null
        : LoadUnits.Parse(text) ?? reader.Reject<LoadUnit>(_unit, "is unknown", text, $"write {LoadUnits.Expected}");

    private GapRule Gaps(OptionReader reader)
    {
        switch (reader.Text(_gaps))
        {
            case null or "refuse":
                return GapRule.Refuse;
            case "hold":
                return GapRule.Hold;
            case "zero":
                return GapRule.Zero;
            case var text:
                reader.Reject<GapRule>(_gaps, "is unknown", text, "write refuse, hold or zero");
                return GapRule.Refuse;
        }
    }
}
