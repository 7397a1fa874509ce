using System.CommandLine;
using System.CommandLine.Invocation;
using KedaStack.Cli.Check;
using KedaStack.Cli.Doctor;
using KedaStack.Cli.Explain;
using KedaStack.Cli.Local;
using KedaStack.Cli.Migrate;
using KedaStack.Cli.Preview;
using KedaStack.Cli.Render;
using KedaStack.Cli.Settings;
using KedaStack.Cli.Shell;
using KedaStack.Cli.Shell.Files;
using KedaStack.Cli.Shell.Help;
using KedaStack.Cli.Simulate;
using KedaStack.Cli.Tune;
using Pulumi;

namespace KedaStack.Cli;

/// <summary>The <c>kedastack</c> command line.</summary>
internal static class KedaStackCommand
{
    private static readonly string[] _endThemselves = ["simulate", "tune", "local"];

    /// <summary>Makes the command with all its subcommands.</summary>
    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("KedaStack: an AKS workload that KEDA scales on managed Prometheus, shown before it is deployed.")
        {
            PreviewCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            SimulateCommand.Create(terminal),
            LocalCommand.Create(terminal),
            TuneCommand.Create(terminal),
            CheckCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            RenderCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            SettingsCommand.Create(terminal),
        };
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(terminal);
        return HelpAction.Install(root, terminal);
    }

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code: one of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        terminal.Interrupted = cancellationToken;
        try
        {
            var root = Create(terminal);
            if (arguments.Count == 0)
            {
                terminal.Write(HelpText.Write(root, terminal.WidthColumns));
                terminal.Note(CommandLineErrors.NeedsCommand(root));
                return ExitCodes.Failure;
            }

            var result = root.Parse(CommandWords.AsOptions(arguments));
            if (result.Action is ParseErrorAction)
            {
                foreach (var line in CommandLineErrors.Of(result))
                {
                    terminal.Note(line);
                }

                return ExitCodes.Failure;
            }

            if (result.CommandResult.Command is not RootCommand && result.Action is not HelpAction && terminal.Note(NamedFiles.Problems(result)))
            {
                return ExitCodes.Failure;
            }

            // On a thread of its own: what waits for a pipe must not hold up Ctrl-C.
            var invocation = Task.Run(() => result.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    Output = terminal.Output,
                    Error = terminal.Error,
                    // Signals are Interruption's: the library's own handler would end a command 2 s after the first, whatever
                    // it is still writing, or hold up the second.
                    ProcessTerminationTimeout = null,
                },
                cancellationToken), CancellationToken.None);
            // The others write what they have found, or clean up, which may take its time.
            return await (_endThemselves.Contains(result.CommandResult.Command.Name) ? invocation : invocation.WaitAsync(cancellationToken));
        }
        catch (RunException exception)
        {
            terminal.Note($"The stack's program failed: {exception.Message}");
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            terminal.Note("Stopped before the end; nothing was written.");
            return ExitCodes.Interrupted;
        }
        catch (StandardOutputException exception)
        {
            terminal.Note(exception.Message);
            return ExitCodes.Failure;
        }
    }

    private sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            terminal.Write(ProductVersion.Text);
            return ExitCodes.Success;
        }
    }
}
