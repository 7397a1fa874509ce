using System.CommandLine;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Doctor;

namespace KedaStack.Cli.Doctor;

/// <summary><c>kedastack doctor</c>: which link of the live chain is broken, and why.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new DoctorOptions();
        var json = new Option<bool>("--json") { Description = "Write JSON instead of text." };
        var writeDocs = new Option<bool>("--write-docs") { Description = "Bring docs/doctor.md up to date.", Hidden = true };
        var command = new Command(
            "doctor",
            "Say which link of a live chain is broken, from the app's metrics to its pods; exit code 2 when one is.\nExamples: kedastack doctor --namespace shop --scaled-object web\n          kedastack doctor --offline chain.json")
        {
            json, writeDocs,
        };
        options.AddTo(command);
        command.SetAction((arguments, _) =>
        {
            if (arguments.GetValue(writeDocs))
            {
                var page = Path.Combine(options.Directory(arguments), DoctorDocs.Path);
                return Task.FromResult(OutputFile.Write(page, DoctorDocs.WithTables(File.ReadAllText(page)), terminal));
            }

            if (options.Diagnose(arguments, terminal) is not { } report)
            {
                return Task.FromResult(ExitCodes.Failure);
            }

            terminal.Write(arguments.GetValue(json) ? DoctorJson.Write(report) : DoctorText.Write(report, terminal.WidthColumns));
            return Task.FromResult(report.ExitCode);
        });
        return command;
    }
}
