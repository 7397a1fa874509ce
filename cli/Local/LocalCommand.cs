using System.CommandLine;
using KedaStack.Cli.Shell;
using KedaStack.Local.Processes;

namespace KedaStack.Cli.Local;

/// <summary><c>kedastack local</c>: the workload and its scaling for real, on this machine.</summary>
internal static class LocalCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new LocalOptions();
        var output = new LocalOutput();
        var command = new Command(
            "local", "Run the sample app on this machine under real load, and scale it by the stack's own rules.\nExample: kedastack local --traffic demo --speed 20");
        options.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            try
            {
                var (request, display) = (options.Read(arguments, terminal, cancellationToken), output.Read(arguments, terminal));
                return request is not null && display is not null
                    ? await output.RunAsync(await request.PrepareAsync(), display, terminal, cancellationToken)
                    : ExitCodes.Failure;
            }
            catch (LocalRunException exception)
            {
                terminal.Note(exception.Message);
                return cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted : ExitCodes.Failure;
            }
        });
        return command;
    }
}
