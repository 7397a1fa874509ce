using System.CommandLine;
using KedaStack.Checks.Reports;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Reports.Tune;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Files;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Given;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Preview;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Cli.Options;

/// <summary>The options that say which stack a command is about, or which ScaledObject of a file.</summary>
/// <param name="takesScaledObject">Whether it may be a ScaledObject of a file.</param>
/// <param name="takesGiven">Whether it takes what was read of what the stack builds on.</param>
/// <param name="takesWorkload">Whether it is about one of the stack's workloads.</param>
internal sealed class StackOptions(bool takesScaledObject = false, bool takesWorkload = false, bool takesGiven = false)
{
    private readonly Option<string> _stack = new("--stack", "-s")
    {
        Description = "The stack: Pulumi.<stack>.yaml is read.",
        DefaultValueFactory = _ => "dev",
        HelpName = "name",
    };

    private readonly Option<string[]> _config = new("--config", "-c")
    {
        Description = "A setting that replaces the stack's own; may be repeated.",
        HelpName = "key=value",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _directory = CreateDirectory();
    private readonly List<SettingsProblem> _fileProblems = [];
    private readonly Option<string?> _scaledObject = TextOption.Create("--scaled-object", "Take the settings from a ScaledObject with one prometheus trigger instead of the stack: a file, a folder, - or cluster:[namespace[/name]].", "file");
    private readonly Option<string?> _context = TextOption.Context();
    private readonly Option<string?> _name = TextOption.Create("--name", "The ScaledObject of several in the file.", "[namespace/]name");

    private readonly Option<string?> _workload = TextOption.Create(WorkloadChoice.Option, "The workload of the stack. Default: the first of the setting workloads, else sample-app.", "name");

    private readonly Option<string[]> _given = new(GivenReads.Option)
    {
        Description = "A file that az or kubectl wrote with -o json of what the stack builds on: cluster, workspace, Grafana, rule, associations, Deployment, HPA; may be repeated.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    private CancellationToken _interrupted;
    private IReadOnlyList<string>? _assignments;
    private string? _chosen;
    private IReadOnlyList<string> _notes = [];

    /// <summary>The option for the directory of Pulumi.yaml.</summary>
    public static Option<string> CreateDirectory() => new("--directory")
    {
        Description = "The directory of Pulumi.yaml.",
        DefaultValueFactory = _ => ProjectDirectory.Find(Environment.CurrentDirectory, AppContext.BaseDirectory),
        HelpName = "path",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        if (takesScaledObject)
        {
            command.Options.Add(_scaledObject);
            command.Options.Add(_context);
            command.Options.Add(_name);
        }

        if (takesWorkload)
        {
            command.Options.Add(_workload);
        }

        if (takesGiven)
        {
            command.Options.Add(_given);
        }

        command.Options.Add(_stack);
        command.Options.Add(_config);
        command.Options.Add(_directory);
    }

    /// <summary>The directory of Pulumi.yaml.</summary>
    public string Directory(ParseResult arguments) => Path.GetFullPath(arguments.GetRequiredValue(_directory));

    /// <summary>The stack's name as it was given, perhaps with its organization and project.</summary>
    public string Name(ParseResult arguments) => arguments.GetRequiredValue(_stack);

    /// <summary>Where the stack's settings are written.</summary>
    public SettingPlaces Places(ParseResult arguments)
    {
        var file = $"Pulumi.{Name(arguments)[(Name(arguments).LastIndexOf('/') + 1)..]}.yaml";
        var path = Path.Combine(Directory(arguments), file);
        return new SettingPlaces(file, System.IO.File.Exists(path) ? System.IO.File.ReadAllLines(path) : []);
    }

    /// <summary>The file of the ScaledObject; null for a stack.</summary>
    public string? File(ParseResult arguments) =>
        takesScaledObject && arguments.GetValue(_scaledObject) is { } file ? ClusterReference.With(file, arguments.GetValue(_context)) : null;

    /// <summary>What the name of the settings' source is the name of.</summary>
    public string Kind(ParseResult arguments) => File(arguments) is not null ? "ScaledObject" : _chosen is null ? "Stack" : "Workload";

    /// <summary>The query of the chosen workload; null for the stack's own.</summary>
    public RequestRateQuery? Query { get; private set; }

    /// <summary>Reads the stack's settings; null when there are problems, which have then been written.</summary>
    public StackConfiguration? Load(ParseResult arguments, Terminal terminal)
    {
        _interrupted = terminal.Interrupted;
        var configuration = Load(arguments, []);
        if (terminal.Note([.. _fileProblems, .. _fileProblems.Count > 0 ? [] : configuration.Result.Problems]))
        {
            return null;
        }

        foreach (var note in _notes)
        {
            terminal.Note(note);
        }

        return configuration;
    }

    /// <summary>The chosen workload of a stack; null for the sample app, and after a problem.</summary>
    public ScaledWorkloadSettings? Workload(ParseResult arguments, StackSettings settings, ICollection<SettingsProblem> problems) =>
        WorkloadChoice.Find(settings, arguments.GetValue(_workload), problems);

    /// <summary>The name of what a command is about: the chosen workload, else the stack.</summary>
    public string Subject(StackConfiguration configuration) => _chosen ?? configuration.Stack;

    /// <summary>The stack's settings as they are in its files, without those of the command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="settings">Its settings with them, which hold where the files alone are invalid.</param>
    public StackSettings InFiles(ParseResult arguments, StackSettings settings) =>
        File(arguments) is not null ? settings : StackConfiguration.Load(Directory(arguments), arguments.GetRequiredValue(_stack), []).Result.Settings ?? settings;

    /// <summary>Reads the stack's settings with more of them replaced.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="overrides">Assignments <c>key=value</c>, which go before those of the command line.</param>
    public StackConfiguration Load(ParseResult arguments, IEnumerable<string> overrides)
    {
        IEnumerable<string> config = [.. arguments.GetRequiredValue(_config), .. overrides];
        if (File(arguments) is { } file)
        {
            if (takesWorkload && arguments.GetValue(_workload) is { } name)
            {
                _fileProblems.Add(SettingsProblem.Create(_workload.Name, "does not go with --scaled-object, whose file holds it", Quoted.Text(name), "leave out one of them"));
            }

            return StackConfiguration.OfAssignments(file, [.. OfFile(file, arguments), .. config]);
        }

        var stack = Read(arguments, overrides);
        return takesWorkload && stack.Result.Settings is { } settings && OfWorkload(settings, arguments) is { Count: > 0 } assignments
            ? StackConfiguration.Load(Directory(arguments), arguments.GetRequiredValue(_stack), [.. assignments, .. config])
            : stack;
    }

    private IReadOnlyList<string> OfWorkload(StackSettings settings, ParseResult arguments)
    {
        _fileProblems.Clear();
        if (Workload(arguments, settings, _fileProblems) is not { } workload)
        {
            _notes = _fileProblems.Count == 0 && WorkloadChoice.Note(settings, null) is { } without ? [without] : [];
            return [];
        }

        _chosen = workload.Name;
        _notes = WorkloadChoice.Note(settings, workload) is { } note ? [note] : [];
        Query = ExplainSource.OfWorkload(settings, workload).Selection;
        return FileSettings.Assignments(settings, workload, _fileProblems);
    }

    /// <summary>Reads the stack's own settings, whichever workload is chosen.</summary>
    public StackConfiguration Read(ParseResult arguments, IEnumerable<string> overrides) => StackConfiguration.Load(
        Directory(arguments), arguments.GetRequiredValue(_stack), [.. arguments.GetRequiredValue(_config), .. overrides]);

    /// <summary>The preview of a configuration, with what was read; null when there are problems, which have then been written.</summary>
    public PreviewRequest? Request(ParseResult arguments, StackConfiguration configuration, Terminal terminal)
    {
        var problems = new List<SettingsProblem>();
        var request = PreviewRequest.Of(configuration);
        request = request with { Given = GivenReads.Read(arguments.GetRequiredValue(_given), request.Settings, problems) };
        return terminal.Note(problems) ? null : request;
    }

    /// <summary>Changes of the settings as a patch of the ScaledObject's file; null for a stack.</summary>
    public (string Patch, IReadOnlyList<string> ByHand)? Change(ParseResult arguments, IReadOnlyList<SettingChange> changes)
    {
        if (File(arguments) is not { } file)
        {
            return null;
        }

        var name = ObjectName.Parse(arguments.GetValue(_name));
        var given = file == GivenPaths.StandardInput || ClusterReference.Is(file) ? null : GivenFiles.Read([file], TextReader.Null).Objects
            .Select(one => one.Resource).FirstOrDefault(one => one.Type == ResourceTypes.ScaledObject && name?.Is(one) != false);
        return given?.Origin is { } origin
            ? FilePatch.Of(System.IO.File.ReadAllText(origin.File), origin, changes, trigger: 0)
            : ("", [.. changes.Select(change => $"{change.Key}: {(change.After.Items is { } items ? string.Join(", ", items) : change.After.Text)}")]);
    }

    // Read once: standard input is gone after it, and each variant of a comparison starts from it.
    private IReadOnlyList<string> OfFile(string file, ParseResult arguments)
    {
        if (_assignments is null)
        {
            var source = ScaledObjectFile.Read(file, [], _fileProblems, ObjectName.Parse(arguments.GetValue(_name)), StandardInput.Reader, arguments.CommandResult.Command.Name, _interrupted);
            _notes = [.. (source?.Notes ?? []).Select(note => $"{file}: {note}")];
            _assignments = source is null ? [] : FileSettings.Assignments(source, _fileProblems);
        }

        return _assignments;
    }
}
