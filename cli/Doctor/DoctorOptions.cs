using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Doctor;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Cli.Doctor;

/// <summary>The options that say what the doctor looks at.</summary>
internal sealed class DoctorOptions
{
    private readonly Option<string?> _offline = TextOption.Create("--offline", "Look at a file that --save wrote, instead of a cluster.", "file");
    private readonly Option<string?> _namespace = TextOption.Create("--namespace", "The namespace. Default: the context's, or the file's.", "namespace");
    private readonly Option<string?> _scaledObject = TextOption.Create("--scaled-object", "The ScaledObject, or an HPA by its name. Default: all, and the worst is reported.", "name");

    private readonly Option<string> _directory = StackOptions.CreateDirectory();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_namespace, _scaledObject, _offline])
        {
            command.Options.Add(option);
        }

        command.Options.Add(_directory);
    }

    /// <summary>The directory of Pulumi.yaml.</summary>
    public string Directory(ParseResult arguments) => Path.GetFullPath(arguments.GetRequiredValue(_directory));

    /// <summary>Looks; null when there are problems, which have then been written.</summary>
    public DoctorReport? Diagnose(ParseResult arguments, Terminal terminal)
    {
        var problems = new List<SettingsProblem>();
        var report = DoctorReport.Offline(arguments.GetValue(_offline) ?? "", arguments.GetValue(_namespace), arguments.GetValue(_scaledObject), problems);
        terminal.Note(problems);
        return report;
    }
}
