using System.CommandLine;
using KedaStack.Cli.Explain;

namespace KedaStack.Cli.Commands;

/// <summary><c>kedastack explain</c>: why an answer means so many replicas, rule by rule.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new ExplainOptions();
        var json = new Option<bool>("--json") { Description = "Write JSON instead of text." };
        var command = new Command(
            "explain", "Say why a value means so many replicas, rule by rule.\nExample: kedastack explain --value 45 --current 2");
        options.AddTo(command);
        command.Options.Add(json);
        command.SetAction(arguments =>
        {
            if (options.Explain(arguments, terminal) is not { } report)
            {
                return ExitCodes.Failure;
            }

            if (!arguments.GetValue(json))
            {
                terminal.Write(ExplainText.Write(report, terminal.Console.Profile.Width));
                return ExitCodes.Success;
            }

            foreach (var note in report.Notes)
            {
                terminal.Note(note);
            }

            terminal.Write(ExplainJson.Write(report));
            return ExitCodes.Success;
        });
        return command;
    }
}
