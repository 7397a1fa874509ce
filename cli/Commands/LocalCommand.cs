using System.CommandLine;
using KedaStack.Cli.Local;
using KedaStack.Local;

namespace KedaStack.Cli.Commands;

/// <summary><c>kedastack local</c>: the workload and its scaling for real, on this machine.</summary>
internal static class LocalCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new LocalOptions();
        var headless = new Option<bool>("--headless") { Description = "Write each step and its reason as a line of text." };
        var json = new Option<bool>("--json") { Description = "Write each step as a line of JSON, and the result as the last; implies --headless." };
        var command = new Command(
            "local", "Run the sample app on this machine under real load, and scale it by the stack's own rules.\nExample: kedastack local --traffic demo --speed 20")
        {
            headless, json,
        };
        options.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            try
            {
                if (await options.ReadAsync(arguments, terminal, cancellationToken) is not { } run)
                {
                    return ExitCodes.Failure;
                }

                await HeadlessRun.FollowAsync(run, arguments.GetValue(json) ? new JsonLines(terminal) : new TextLines(terminal), cancellationToken);
                return ExitCodes.Success;
            }
            catch (LocalRunException exception)
            {
                terminal.Note(exception.Message);
                return ExitCodes.Failure;
            }
        });
        return command;
    }
}
