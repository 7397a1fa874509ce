using System.CommandLine;
using System.CommandLine.Parsing;
using KedaStack.Checks;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Graph;

namespace KedaStack.Cli.Check;

/// <summary>The arguments and options of <c>kedastack check</c> that are about files.</summary>
internal sealed class FileCheckOptions
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "Files or folders with Kubernetes objects, - for standard input, or cluster:[namespace[/name]], to check instead of the stack.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _complete = new("--complete") { Description = "The files hold everything: what is not among them does not exist." };
    private readonly Option<string?> _name = TextOption.Create("--name", "Report only what is about objects of this name.", "[namespace/]name");
    private readonly Option<string?> _keda = TextOption.Create("--keda-version", "The version of KEDA that the files are for. Default: the newest known.", "version");
    private readonly Option<string?> _kubernetes = TextOption.Create(
        "--kubernetes-version", "The version of Kubernetes that the files are for; alone it also stands for the KEDA of AKS' add-on.", "version");

    private readonly Option<string?> _context = TextOption.Context();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(_complete);
        command.Options.Add(_name);
        command.Options.Add(_keda);
        command.Options.Add(_kubernetes);
        command.Options.Add(_context);
    }

    /// <summary>Whether files are to be checked, and not the stack.</summary>
    public bool AreGiven(ParseResult arguments) => arguments.GetValue(_paths) is { Length: > 0 };

    /// <summary>What does not go together on the command line; null for nothing.</summary>
    public string? Conflict(CommandResult command)
    {
        var isFiles = command.GetResult(_paths) is { Tokens.Count: > 0 };
        var given = command.Children.OfType<OptionResult>().Where(result => !result.Implicit).Select(result => result.Option).ToList();
        return isFiles
            ? given.Find(option => option.Name is "--stack" or "--config" or "--directory" or "--given") is { } other ? $"{other.Name}: is about the stack and does not go with files; leave it out, or the files" : null
            : given.Find(option => ((Option[])[_complete, _name, _keda, _kubernetes, _context]).Contains(option)) is { } alone ? $"{alone.Name}: is about files; name files or folders to check, or leave it out" : null;
    }

    /// <summary>Checks the files.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Where problems go.</param>
    /// <param name="cancellationToken">Gives the read of a cluster up.</param>
    /// <returns>Null when they cannot be read; the problems have then been written.</returns>
    public CheckReport? Check(ParseResult arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        var (problems, isReadable) = (new List<SettingsProblem>(), false);
        var versions = FileVersions.Read(arguments.GetValue(_keda), arguments.GetValue(_kubernetes), problems);
        var name = ObjectName.Parse(arguments.GetValue(_name));
        var files = problems.Count > 0 ? null : GivenFiles.Read([.. arguments.GetValue(_paths)!.Select(path => ClusterReference.With(path, arguments.GetValue(_context)))], StandardInput.Reader(), cancellationToken);
        if (files is not null)
        {
            problems.AddRange(files.Problems);
            isReadable = files.IsOnlyPartial && files.Objects.Count > 0;
            if (files.Objects.Count == 0 && files.Problems.Count == 0)
            {
                problems.Add(new SettingsProblem(string.Join(' ', arguments.GetValue(_paths)!), files.Notes is [var only]
                    ? only[(only.IndexOf(' ', StringComparison.Ordinal) + 1)..]
                    : "holds no Kubernetes object (got no document with apiVersion and kind); name files or folders of manifests"));
            }
            else if (name is not null && !files.Objects.Any(given => name.Is(given.Resource)))
            {
                isReadable = false;
                problems.Add(SettingsProblem.Create("--name", "names no object of these files", Quoted.Text(name.ToString()), "write the metadata.name of one"));
            }
        }

        terminal.Note(problems);

        return files is null || !isReadable ? null
            : FileChecks.Run(
                files,
                new FileFacts(arguments.GetValue(_complete), versions.Keda, versions.KubernetesMinor) { Notes = versions.Notes },
                resource => name is null || (resource is not null && name.Is(resource)));
    }
}
