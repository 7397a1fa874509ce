using System.CommandLine;
using KedaStack.Cli.Shell;

namespace KedaStack.Cli.Simulate;

/// <summary><c>kedastack simulate</c>: how the stack scales under a load, without a cluster.</summary>
internal static class SimulateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new SimulateOptions();
        var output = new SimulationOutput();
        var command = new Command(
            "simulate", "Show how the replicas follow a load, offline.\nExample: kedastack simulate --traffic demo --compare threshold=20 --report out.html");
        output.AddTo(command);
        options.AddTo(command);
        // On a thread of its own, so that Ctrl-C reaches the token.
        command.SetAction((arguments, cancellationToken) => Task.Run(
            async () =>
            {
                if (output.Try(arguments, terminal) != ExitCodes.Success
                    || await options.SimulateAsync(arguments, output.WantsCsv(arguments), terminal, cancellationToken) is not { } report)
                {
                    return ExitCodes.Failure;
                }

                using var csv = report.Csv;
                return output.Write(report, arguments, terminal);
            },
            cancellationToken));
        return command;
    }
}
