using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Doctor;
using KedaStack.Reports.Writing;

namespace KedaStack.Cli.Doctor;

/// <summary><c>kedastack doctor</c>: which link of the live chain is broken, and why.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new DoctorOptions();
        var (json, output) = (TextOption.Json(), TextOption.Output());
        var writeDocs = new Option<bool>("--write-docs") { Description = "Bring docs/doctor.md up to date.", Hidden = true };
        var command = new Command(
            "doctor",
            "Say which link of a live chain is broken, from the app's metrics to its pods; exit code 2 when one is.\nExamples: kedastack doctor --namespace shop --scaled-object web\n          kedastack doctor --offline chain.json")
        {
            json, output, writeDocs,
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

            var file = arguments.GetValue(output);
            var written = OutputFile.WriteOrShow(
                file,
                arguments.GetValue(json) ? DoctorJson.Write(report) : DoctorText.Write(report, file is null ? terminal.WidthColumns : PlainConsole.UnlimitedWidth),
                terminal);
            return Task.FromResult(written == ExitCodes.Success ? report.ExitCode : written);
        });
        return command;
    }
}
