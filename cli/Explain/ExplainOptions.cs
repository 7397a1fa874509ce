using System.CommandLine;
using System.Globalization;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Explain;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Files;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Prometheus;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Workloads.Answers;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Keda.Triggers.Cron;

namespace KedaStack.Cli.Explain;

/// <summary>The options that say what is explained.</summary>
/// <param name="time">The clock.</param>
internal sealed class ExplainOptions(TimeProvider time)
{
    private readonly StackOptions _stack = new(takesWorkload: true);
    private readonly PrometheusOptions _prometheus = new();
    private readonly Option<bool> _live = new("--live") { Description = "Ask the real Prometheus now." };
    private readonly Option<string[]> _value = new("--value")
    {
        Description = "What the query answers: a number, NaN, Inf, -Inf or empty; or an outage: error, timeout, 401, 403, http-503. "
            + "Of several triggers NAME=VALUE, repeated: its name, else its type, else s and its place; 43% or a quantity for cpu and memory, on or off for cron.",
        HelpName = "answer",
    };

    private readonly Option<string[]> _target = new("--target")
    {
        Description = "The target of a trigger whose scaler is not known, as NAME=TARGET; may be repeated.",
        HelpName = "name=target",
    };

    private readonly Option<string?> _at = TextOption.Create("--at", "When, for cron triggers: 2026-03-29T02:30+01:00. Default: now.", "time");
    private readonly Option<string?> _current = TextOption.Create("--current", "Current replica count. Default: minReplicaCount, at least 1.", "replicas");
    private readonly Option<string?> _hpa = TextOption.Create("--hpa", "Explain a recorded HPA: a file of `kubectl get hpa <name> -o yaml`, or cluster:namespace/name.", "file");
    private readonly Option<string?> _scaledObject = TextOption.Create("--scaled-object", "Take the settings from a ScaledObject's YAML instead of the stack: a file, a folder, - or cluster:[namespace[/name]].", "file");
    private readonly Option<string?> _context = TextOption.Context();
    private readonly Option<string?> _name = TextOption.Create("--name", "The ScaledObject or HPA of several in the file.", "[namespace/]name");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_value, _target, _at, _current, _hpa, _scaledObject, _name, _context])
        {
            command.Options.Add(option);
        }

        command.Options.Add(_live);
        _prometheus.AddTo(command);
        _stack.AddTo(command);
    }

    /// <summary>Explains what the command line says; null when there are problems, which have then been written.</summary>
    public async Task<ExplainReport?> ExplainAsync(ParseResult arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var problems = new List<SettingsProblem>();
        var live = arguments.GetValue(_live);
        var report = arguments.GetValue(_hpa) is { } file ? OfHpa(ClusterReference.With(file, arguments.GetValue(_context)), arguments, problems, cancellationToken)
            : live ? await OfLiveAsync(arguments, terminal, problems, cancellationToken)
            : OfValue(arguments, terminal, problems, cancellationToken);
        terminal.Note(problems);

        return report;
    }

    private ExplainReport? OfHpa(string file, ParseResult arguments, List<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        Exclude(
            "--hpa, whose file holds it",
            [_value.Name, _target.Name, _at.Name, _current.Name, _scaledObject.Name, _live.Name, .. _prometheus.Names, "--stack", "--config", "--workload"],
            arguments, problems);
        if (HpaFile.Read(file, problems, ObjectName.Parse(arguments.GetValue(_name)), StandardInput.Reader, cancellationToken) is not { } recorded || problems.Count > 0)
        {
            return null;
        }

        var sync = RecordedSync.Of(recorded);
        return new ExplainReport
        {
            SourceKind = "hpa",
            SourceName = file,
            Settings = SettingsLine.Of(recorded.Spec),
            Recorded = sync,
            Explanation = sync.Explanation,
        };
    }

    private ExplainReport? OfValue(ParseResult arguments, Terminal terminal, List<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        foreach (var name in _prometheus.Names.Where(name => IsGiven(name, arguments)))
        {
            problems.Add(SettingsProblem.Create(name, "has no effect without --live", Given(name, arguments), $"add --live or leave out {name}"));
        }

        var at = At(arguments, problems);
        var current = Current(arguments, problems);
        if (Source(arguments, terminal, problems, cancellationToken) is not { } source)
        {
            return null;
        }

        // KEDA's words for a timeout have the time in them.
        var values = arguments.GetValue(_value) ?? [];
        if (IsGiven(_at.Name, arguments) && !source.Triggers.Any(trigger => trigger.Trigger is CronTrigger)
            && !values.Any(value => value.Trim().EndsWith("timeout", StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(SettingsProblem.Create(_at.Name, "has no effect without a cron trigger", Given(_at.Name, arguments), "leave it out"));
        }

        var answers = new AnswerReader(source, at, problems).Read(values);
        return problems.Count > 0 ? null : ExplainReport.Of(source, answers, current);
    }

    private async Task<ExplainReport?> OfLiveAsync(
        ParseResult arguments, Terminal terminal, List<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        Exclude("--live, which asks for it", [_value.Name, _at.Name], arguments, problems);
        var current = Current(arguments, problems);
        var choice = _prometheus.Read(arguments, problems);
        if (Source(arguments, terminal, problems, cancellationToken) is not { } source)
        {
            return null;
        }

        var endpoint = new StackEndpoint(PulumiCli.OnPath, _stack.Directory(arguments), _stack.Name(arguments));
        return await LiveReport.AskAsync(source, choice, endpoint, current, time, problems, cancellationToken);
    }

    private ExplainSource? Source(ParseResult arguments, Terminal terminal, List<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_scaledObject) is { } given)
        {
            var file = ClusterReference.With(given, arguments.GetValue(_context));
            Exclude("--scaled-object, whose file holds it", ["--stack", "--config", "--workload"], arguments, problems);
            return ScaledObjectFile.Read(file, arguments.GetValue(_target) ?? [], problems, ObjectName.Parse(arguments.GetValue(_name)), StandardInput.Reader, cancellationToken: cancellationToken);
        }

        if (IsGiven(_name.Name, arguments))
        {
            problems.Add(SettingsProblem.Create(
                _name.Name, "has no effect without --scaled-object or --hpa", Given(_name.Name, arguments), "add one of them or leave out --name"));
        }

        if (IsGiven(_target.Name, arguments))
        {
            problems.Add(SettingsProblem.Create(
                _target.Name, "has no effect without --scaled-object", Given(_target.Name, arguments), "add --scaled-object or leave out --target"));
        }

        var stack = _stack.Read(arguments, []);
        problems.AddRange(stack.Result.Problems);
        if (stack.Result.Settings is not { } settings)
        {
            return null;
        }

        var before = problems.Count;
        var workload = _stack.Workload(arguments, settings, problems);
        if (problems.Count > before)
        {
            return null;
        }

        if (WorkloadChoice.Note(settings, workload) is { } note)
        {
            terminal.Note(note);
        }

        return workload is null ? ExplainSource.OfStack(stack.Stack, settings) : ExplainSource.OfWorkload(settings, workload);
    }

    private DateTimeOffset At(ParseResult arguments, List<SettingsProblem> problems)
    {
        if (arguments.GetValue(_at) is not { } text)
        {
            return time.GetUtcNow();
        }

        if (DateTimeOffset.TryParseExact(
            text.Trim().Replace("Z", "+00:00", StringComparison.OrdinalIgnoreCase),
            ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            return at;
        }

        problems.Add(SettingsProblem.Create(
            _at.Name, "is not a time", Quoted.Text(text), "write date, time and offset, such as 2026-03-29T02:30+01:00 or 2026-03-29T01:30Z"));
        return default;
    }

    private int? Current(ParseResult arguments, List<SettingsProblem> problems)
    {
        if (arguments.GetValue(_current) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var replicas))
        {
            return replicas;
        }

        problems.Add(SettingsProblem.Create(
            "--current", "is not a number of replicas", Quoted.Text(text), "write a whole number from 0"));
        return null;
    }

    private static void Exclude(string source, string[] names, ParseResult arguments, List<SettingsProblem> problems)
    {
        foreach (var name in names.Where(name => IsGiven(name, arguments)))
        {
            problems.Add(SettingsProblem.Create(
                name, $"does not go with {source}", Given(name, arguments), $"leave out {name} or {source.Split(',')[0]}"));
        }
    }

    private static bool IsGiven(string name, ParseResult arguments) => arguments.Given(name) is not null;

    private static string Given(string name, ParseResult arguments) => arguments.Given(name)!.Tokens is { Count: > 0 } tokens
        ? Quoted.Text(string.Join(' ', tokens.Select(token => token.Value)))
        : Quoted.Text(name);
}
