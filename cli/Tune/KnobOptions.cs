using System.CommandLine;
using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Cli.Tune;

/// <summary>The options that say which settings are tuned, and within which values.</summary>
internal sealed class KnobOptions
{
    private const string Between = "..";
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly Option<string[]> _only = Names("--only", "Tune only these settings, separated by commas; may be repeated. Default: all that have an effect.");
    private readonly Option<string[]> _fix = Names("--fix", "Leave these settings as they are, separated by commas; may be repeated.");
    private readonly Option<string[]> _limit = new("--limit")
    {
        Description = "Bounds for the values of a setting to try, such as maxReplicaCount=5..20 or window=1m..5m; may be repeated.",
        HelpName = "key=from..to",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_only);
        command.Options.Add(_fix);
        command.Options.Add(_limit);
    }

    /// <summary>Puts what the command line says into a problem.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="problem">The problem.</param>
    public TuningProblem Read(ParseResult arguments, ICollection<SettingsProblem> problems, TuningProblem problem)
    {
        var read = problem with
        {
            Only = Names(arguments, _only, problems),
            Fixed = Names(arguments, _fix, problems),
            Ranges = Limits(arguments, problems),
        };
        RefuseIdleLimits(read, problems);
        return read;
    }

    // Bounds for a setting that is not tuned would bound nothing.
    private static void RefuseIdleLimits(TuningProblem problem, ICollection<SettingsProblem> problems)
    {
        foreach (var range in problem.Ranges.Where(range => !problem.IsTuned(range.Name)))
        {
            var right = problem.Fixed.Contains(range.Name) ? $"leave {range.Name} out of --fix, or the limit out" : $"add {range.Name} to --only, or leave the limit out";
            problems.Add(SettingsProblem.Create("--limit", "is for a setting that is not tuned", Quoted.Text(range.Name), right));
        }
    }

    private static List<string> Names(ParseResult arguments, Option<string[]> option, ICollection<SettingsProblem> problems)
    {
        var names = arguments.GetValue(option)!
            .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        return [.. names.Where(name => Find(option.Name, name, problems) is not null)];
    }

    private List<KnobRange> Limits(ParseResult arguments, ICollection<SettingsProblem> problems)
    {
        var ranges = new List<KnobRange>();
        foreach (var text in arguments.GetValue(_limit)!)
        {
            if (Limit(text.Trim(), problems) is not { } range)
            {
                continue;
            }

            if (ranges.Exists(other => other.Name == range.Name))
            {
                problems.Add(SettingsProblem.Create("--limit", $"bounds {range.Name} twice", Quoted.Text(text), "write one range for a setting"));
            }

            ranges.Add(range);
        }

        return ranges;
    }

    private static KnobRange? Limit(string text, ICollection<SettingsProblem> problems)
    {
        var (equals, between) = (text.IndexOf('=', StringComparison.Ordinal), text.IndexOf(Between, StringComparison.Ordinal));
        if (equals <= 0 || between < equals)
        {
            return Reject("is not a range", text, "write it like maxReplicaCount=5..20", problems);
        }

        if (Find("--limit", text[..equals].Trim(), problems) is not { } setting)
        {
            return null;
        }

        if (setting.Kind == TunableKind.Policies)
        {
            return Reject($"{setting.Name} is a list, which has no range", text, $"leave it out, or write --fix {setting.Name}", problems);
        }

        if (Value(setting, text[(equals + 1)..between]) is not { } least || Value(setting, text[(between + Between.Length)..]) is not { } most)
        {
            return Reject($"does not have two values of {setting.Name}", text, Expected(setting), problems);
        }

        return least > most ? Reject("begins above its end", text, "write the lower value first", problems)
            : least < setting.Least || most > setting.Most ? Reject("goes beyond what is allowed", text, Expected(setting), problems)
            : new KnobRange(setting.Name, least, most);
    }

    private static TunableSetting? Find(string option, string name, ICollection<SettingsProblem> problems)
    {
        if (TunableSetting.Find(name) is { } setting)
        {
            return setting;
        }

        var names = TunableSetting.All.Select(tunable => tunable.Name).ToList();
        var nearest = EditDistance.Nearest(name, names);
        problems.Add(SettingsProblem.Create(
            option, "is not a setting that can be tuned", Quoted.Text(name),
            nearest is null ? $"write one of {string.Join(", ", names)}" : $"did you mean {nearest}?"));
        return null;
    }

    private static decimal? Value(TunableSetting setting, string text)
    {
        var trimmed = text.Trim();
        if (setting.Kind == TunableKind.Duration)
        {
            return PrometheusDuration.TryParse(trimmed, out var duration) ? duration.Ticks / (decimal)TimeSpan.TicksPerSecond : null;
        }

        return decimal.TryParse(trimmed, Style, CultureInfo.InvariantCulture, out var number)
            && (setting.Kind == TunableKind.Number || decimal.IsInteger(number))
            ? number
            : null;
    }

    private static string Expected(TunableSetting setting) => setting.Kind switch
    {
        TunableKind.Duration => $"write Prometheus durations from {Duration(setting.Least)} to {Duration(setting.Most)}, such as {setting.Name}=1m..5m",
        TunableKind.Whole => FormattableString.Invariant($"write whole numbers from {setting.Least} to {setting.Most}, such as {setting.Name}=5..20"),
        _ => FormattableString.Invariant($"write numbers from {setting.Least} to {setting.Most}, such as {setting.Name}=2.5..20"),
    };

    private static string Duration(decimal seconds) => PrometheusDuration.Format(TimeSpan.FromSeconds((double)seconds));

    private static KnobRange? Reject(string wrong, string text, string right, ICollection<SettingsProblem> problems)
    {
        problems.Add(SettingsProblem.Create("--limit", wrong, Quoted.Text(text), right));
        return null;
    }

    private static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description, HelpName = "settings", DefaultValueFactory = _ => [] };
}
