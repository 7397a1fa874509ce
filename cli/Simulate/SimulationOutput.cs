using System.CommandLine;
using KedaStack.Cli.Commands;

namespace KedaStack.Cli.Simulate;

/// <summary>The options that say what is written of a simulation, and where to.</summary>
internal sealed class SimulationOutput
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON instead of text." };
    private readonly Option<bool> _csv = new("--csv") { Description = "Write the timeline as CSV instead of text." };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to a file instead of standard output.", HelpName = "file" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_csv);
        command.Options.Add(_output);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_json) && result.GetValue(_csv))
            {
                result.AddError("--json and --csv: only one of them can be written; leave out the other");
            }
        });
    }

    /// <summary>Writes what the command line asks for.</summary>
    /// <returns>The exit code.</returns>
    public int Write(SimulationReport report, ParseResult arguments, Terminal terminal)
    {
        var text = arguments.GetValue(_json) ? SimulationJson.Write(report)
            : arguments.GetValue(_csv) ? SimulationCsv.Write(report)
            : SimulationText.Write(report, terminal.Console.Profile.Width, terminal.Output.Encoding);
        return OutputFile.WriteOrShow(arguments.GetValue(_output), text, terminal);
    }
}
