using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Explain;
using KedaStack.Scaling.Prometheus.Client;

namespace KedaStack.Cli.Explain;

/// <summary><c>kedastack explain</c>: why an answer means so many replicas, rule by rule.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new ExplainOptions(TimeProvider.System);
        var (json, output) = (TextOption.Json(), TextOption.Output());
        var command = new Command(
            "explain",
            "Explain which replica count a value leads to, rule by rule.\nExamples: kedastack explain --value 45 --current 2\n          kedastack explain --live --prometheus http://localhost:9090");
        options.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(output);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (await options.ExplainAsync(arguments, terminal, cancellationToken) is not { } report)
            {
                return ExitCodes.Failure;
            }

            var asJson = arguments.GetValue(json);
            var file = arguments.GetValue(output);
            var written = OutputFile.WriteOrShow(
                file,
                asJson ? ExplainJson.Write(report) : ExplainText.Write(report, terminal.WidthFor(file)),
                terminal);
            foreach (var note in asJson ? report.Notes : [])
            {
                terminal.Note(note);
            }

            PrometheusError[] errors = [.. report.Live?.Errors ?? []];
            foreach (var error in errors)
            {
                // The text says it.
                if (asJson || file is not null)
                {
                    terminal.Note(error.ToString());
                }
            }

            return errors.Length == 0 ? written : ExitCodes.Failure;
        });
        return command;
    }
}
