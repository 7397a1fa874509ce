using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KedaStack.Cli.Commands;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Workload;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Keda;

namespace KedaStack.Cli.Explain;

/// <summary>The options that say what is explained.</summary>
internal sealed class ExplainOptions
{
    private readonly StackOptions _stack = new();
    private readonly Option<string?> _value = Text("--value", "What the query answers: a number, NaN, Inf, -Inf or empty.", "answer");
    private readonly Option<string?> _current = Text("--current", "The replicas that there are. Default: minReplicaCount, at least 1.", "replicas");
    private readonly Option<string?> _hpa = Text("--hpa", "Explain a recorded HPA: a file of `kubectl get hpa <name> -o yaml`.", "file");
    private readonly Option<string?> _scaledObject = Text("--scaled-object", "Take the settings from a ScaledObject's YAML instead of the stack.", "file");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option<string?>[])[_value, _current, _hpa, _scaledObject])
        {
            command.Options.Add(option);
        }

        _stack.AddTo(command);
    }

    /// <summary>Explains what the command line says; null when there are problems, which have then been written.</summary>
    public ExplainReport? Explain(ParseResult arguments, Terminal terminal)
    {
        var problems = new List<SettingsProblem>();
        var report = arguments.GetValue(_hpa) is { } file ? OfHpa(file, arguments, problems) : OfValue(arguments, terminal, problems);
        foreach (var problem in problems)
        {
            terminal.Note(problem.ToString());
        }

        return report;
    }

    private static ExplainReport? OfHpa(string file, ParseResult arguments, List<SettingsProblem> problems)
    {
        Exclude("--hpa", ["--value", "--current", "--scaled-object", "--stack", "--config"], arguments, problems);
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
        var response = QueryAnswer.Read(arguments.GetValue(_value), problems);
        var current = Current(arguments, problems);
        var file = arguments.GetValue(_scaledObject);
        if (file is not null)
        {
            Exclude("--scaled-object", ["--stack", "--config"], arguments, problems);
        }

        var stack = file is null ? _stack.Load(arguments, terminal) : null;
        var scaledObject = file is not null ? ScaledObjectFile.Read(file, problems)
            : stack is null ? null
            : OfStack(stack.Result.Settings!, stack.Stack);
        if (scaledObject is null || response is null || problems.Count > 0)
        {
            return null;
        }

        return new ExplainReport
        {
            SourceKind = file is null ? "stack" : "scaledObject",
            SourceName = file ?? stack!.Stack,
            Settings = SettingsLine.Of(scaledObject),
            Answer = arguments.GetValue(_value)!.Trim(),
            Unit = file is null ? " req/s" : "",
            Explanation = ScalingExplanation.Of(
                scaledObject, response, current ?? Math.Max(1, scaledObject.MinReplicaCount ?? ScaledObject.DefaultHpaMinReplicas)),
        };
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
        foreach (var name in names)
        {
            if (arguments.GetResult(name) is OptionResult { Implicit: false } result)
            {
                var got = string.Join(' ', result.Tokens.Select(token => token.Value));
                problems.Add(SettingsProblem.Create(
                    name, $"does not go with {source}, whose file holds it", Quoted.Text(got), $"leave out {name} or {source}"));
            }
        }
    }

    private static ScaledObject OfStack(StackSettings settings, string stack)
    {
        var cluster = settings.Monitoring.ClusterLabel ?? new ResourceNames(settings, stack).Cluster;
        var query = SampleAppMonitor.Query(cluster, settings.Workload.Namespace, settings.Scaling.Window);
        return ScaledObject.From(settings.Scaling, SampleApp.AppName, settings.Workload.Namespace, query.ToString(), "");
    }

    private static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };
}
