using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Explain;
using KedaStack.Resources.Files;
using KedaStack.Resources.Prometheus;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Recorded;

namespace KedaStack.Cli.Explain;

/// <summary>The options that say what is explained.</summary>
internal sealed class ExplainOptions
{
    private readonly StackOptions _stack = new();
    private readonly PrometheusOptions _prometheus = new();
    private readonly Option<bool> _live = new("--live") { Description = "Ask the real Prometheus now." };
    private readonly Option<string?> _value = TextOption.Create("--value", "What the query answers: a number, NaN, Inf, -Inf or empty.", "answer");
    private readonly Option<string?> _current = TextOption.Create("--current", "Current replica count. Default: minReplicaCount, at least 1.", "replicas");
    private readonly Option<string?> _hpa = TextOption.Create("--hpa", "Explain a recorded HPA: a file of `kubectl get hpa <name> -o yaml`.", "file");
    private readonly Option<string?> _scaledObject = TextOption.Create("--scaled-object", "Take the settings from a ScaledObject's YAML instead of the stack.", "file");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option<string?>[])[_value, _current, _hpa, _scaledObject])
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
        var report = arguments.GetValue(_hpa) is { } file ? OfHpa(file, arguments, problems)
            : live ? await OfLiveAsync(arguments, terminal, problems, cancellationToken)
            : OfValue(arguments, terminal, problems);
        foreach (var problem in problems)
        {
            terminal.Note(problem.ToString());
        }

        return report;
    }

    private ExplainReport? OfHpa(string file, ParseResult arguments, List<SettingsProblem> problems)
    {
        Exclude(
            "--hpa, whose file holds it",
            [_value.Name, _current.Name, _scaledObject.Name, _live.Name, .. _prometheus.Names, "--stack", "--config"],
            arguments, problems);
        if (HpaFile.Read(file, problems) is not { } recorded || problems.Count > 0)
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

    private ExplainReport? OfValue(ParseResult arguments, Terminal terminal, List<SettingsProblem> problems)
    {
        foreach (var name in _prometheus.Names.Where(name => IsGiven(name, arguments)))
        {
            problems.Add(SettingsProblem.Create(name, "has no effect without --live", Given(name, arguments), $"add --live or leave out {name}"));
        }

        var response = QueryAnswer.Read(arguments.GetValue(_value), problems);
        var current = Current(arguments, problems);
        var source = Source(arguments, terminal, problems);
        if (source is null || response is null || problems.Count > 0)
        {
            return null;
        }

        return ExplainReport.Of(
            source,
            response.Value.Text ?? "empty",
            ScalingExplanation.Of(source.ScaledObject, response, current ?? source.LeastReplicas, source.Versions.Semantics));
    }

    private async Task<ExplainReport?> OfLiveAsync(
        ParseResult arguments, Terminal terminal, List<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        Exclude("--live, which asks for it", [_value.Name], arguments, problems);
        var current = Current(arguments, problems);
        var choice = _prometheus.Read(arguments, problems);
        if (Source(arguments, terminal, problems) is not { } source || problems.Count > 0)
        {
            return null;
        }

        var endpoint = new StackEndpoint(PulumiCli.OnPath, _stack.Directory(arguments), _stack.Name(arguments));
        return await choice.ResolveAsync(source.ServerAddress, endpoint, problems, cancellationToken) is { } options
            ? await LiveReport.AskAsync(source, options, current, TimeProvider.System, cancellationToken)
            : null;
    }

    private ExplainSource? Source(ParseResult arguments, Terminal terminal, List<SettingsProblem> problems)
    {
        if (arguments.GetValue(_scaledObject) is { } file)
        {
            Exclude("--scaled-object, whose file holds it", ["--stack", "--config"], arguments, problems);
            return ScaledObjectFile.Read(file, problems);
        }

        return _stack.Load(arguments, terminal) is { } stack ? ExplainSource.OfStack(stack.Stack, stack.Result.Settings!) : null;
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

    private static bool IsGiven(string name, ParseResult arguments) => arguments.GetResult(name) is OptionResult { Implicit: false };

    private static string Given(string name, ParseResult arguments) => arguments.GetResult(name)!.Tokens is { Count: > 0 } tokens
        ? Quoted.Text(string.Join(' ', tokens.Select(token => token.Value)))
        : Quoted.Text(name);
}
