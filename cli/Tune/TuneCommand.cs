using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Tune;
using KedaStack.Scaling.Tuning;

namespace KedaStack.Cli.Tune;

/// <summary><c>kedastack tune</c>: which settings serve some loads best.</summary>
internal static class TuneCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new TuneOptions();
        var (json, output) = (TextOption.Json(), TextOption.Output());
        var command = new Command(
            "tune",
            "Find the settings that serve a load best, offline. Ctrl-C ends the search with the best so far.\n"
                + "Example: kedastack tune --traffic diurnal --pod-capacity 20 --budget 10")
        {
            json,
            output,
        };
        options.AddTo(command);
        command.SetAction(async (arguments, stop) =>
        {
            // Not after a search of minutes.
            if (OutputFile.TryAll(terminal, (output.Name, arguments.GetValue(output))) != ExitCodes.Success
                || await Task.Run(() => options.TuneAsync(arguments, terminal, stop), CancellationToken.None) is not { } report)
            {
                return ExitCodes.Failure;
            }

            var text = arguments.GetValue(json) ? TuneJson.Write(report) : TuneText.Write(report, terminal.WidthFor(arguments.GetValue(output)));
            var exitCode = OutputFile.WriteOrShow(arguments.GetValue(output), text, terminal);
            return exitCode == ExitCodes.Success && report.Result.End == TuningEnd.Interrupted ? ExitCodes.Interrupted : exitCode;
        });
        return command;
    }
}
