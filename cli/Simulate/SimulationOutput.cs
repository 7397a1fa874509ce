using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Charts;
using KedaStack.Reports.Simulate;
using KedaStack.Reports.Simulate.Page;

namespace KedaStack.Cli.Simulate;

/// <summary>The options that say what is written of a simulation, and where to.</summary>
internal sealed class SimulationOutput
{
    private readonly Option<bool> _json = TextOption.Json();
    private readonly Option<bool> _csv = new("--csv") { Description = "Write every sync as CSV instead of text." };
    private readonly Option<string?> _output = TextOption.Output();

    private readonly Option<string?> _svg = new("--svg") { Description = "Also write the chart as a picture.", HelpName = "file" };
    private readonly Option<string?> _report = new("--report") { Description = "Also write a self-contained page with charts, decisions, figures and settings.", HelpName = "file" };

    private readonly Option<string?> _k6 = new("--k6") { Description = "Also write a k6 script that offers the same load to the address in TARGET_URL.", HelpName = "file" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_csv);
        command.Options.Add(_output);
        command.Options.Add(_report);
        command.Options.Add(_svg);
        command.Options.Add(_k6);
        command.Validators.Add(result =>
        {
            if (result.IsOn(_json) && result.IsOn(_csv))
            {
                result.AddError("--json and --csv: only one of them can be written; leave out the other");
            }
        });
    }

    /// <summary>Whether all files can be written later.</summary>
    /// <returns>The exit code; problems have been written to the terminal.</returns>
    public int Try(ParseResult arguments, Terminal terminal) => OutputFile.TryAll(
        terminal, [.. ((Option<string?>[])[_output, _report, _svg, _k6]).Select(option => (option.Name, arguments.GetValue(option)))]);

    /// <summary>Whether the syncs are to be kept for a CSV.</summary>
    public bool WantsCsv(ParseResult arguments) => arguments.GetValue(_csv);

    /// <summary>Writes what the command line asks for.</summary>
    /// <returns>The exit code.</returns>
    public int Write(SimulationReport report, ParseResult arguments, Terminal terminal)
    {
        // All that can be written is written, whatever becomes of the others.
        int[] exitCodes =
        [
            report.Csv is { } csv
                ? OutputFile.WriteOrShow(arguments.GetValue(_output), csv.CopyTo, terminal)
                : OutputFile.WriteOrShow(arguments.GetValue(_output), Text(report, arguments, terminal), terminal),
            WriteFile(arguments.GetValue(_report), _report, () => ReportPage.Write(report), terminal),
            WriteFile(arguments.GetValue(_svg), _svg, () => SvgChart.File(RunPicture.Of(report)), terminal),
            WriteFile(arguments.GetValue(_k6), _k6, () => K6Script.Write(report.Traffic), terminal),
        ];
        return exitCodes.Max();
    }

    private string Text(SimulationReport report, ParseResult arguments, Terminal terminal) => arguments.GetValue(_json)
        ? SimulationJson.Write(report)
        : SimulationText.Write(report, terminal.WidthFor(arguments.GetValue(_output)), terminal.Output.Encoding);

    private static int WriteFile(string? path, Option option, Func<string> write, Terminal terminal) =>
        path is null ? ExitCodes.Success : OutputFile.Write(path, write(), terminal, option.Name);
}
