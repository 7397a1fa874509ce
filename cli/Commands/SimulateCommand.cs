using System.CommandLine;
using KedaStack.Cli.Simulate;

namespace KedaStack.Cli.Commands;

/// <summary><c>kedastack simulate</c>: how the stack scales under a load, without a cluster.</summary>
internal static class SimulateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new SimulateOptions();
        var command = new Command(
            "simulate", "Show how the replicas follow a load, offline.\nExample: kedastack simulate --traffic demo --config threshold=20");
        options.AddTo(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            if (options.Simulate(arguments, terminal, cancellationToken) is not { } report)
            {
                return Task.FromResult(ExitCodes.Failure);
            }

            terminal.Write(SimulationText.Write(report, terminal.Console.Profile.Width, terminal.Output.Encoding));
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }
}
