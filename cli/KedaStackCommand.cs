using System.CommandLine;
using System.CommandLine.Invocation;
using KedaStack.Checks;
using KedaStack.Cli.Check;
using KedaStack.Cli.Doctor;
using KedaStack.Cli.Explain;
using KedaStack.Cli.Local;
using KedaStack.Cli.Migrate;
using KedaStack.Cli.Options;
using KedaStack.Cli.Preview;
using KedaStack.Cli.Render;
using KedaStack.Cli.Settings;
using KedaStack.Cli.Shell;
using KedaStack.Cli.Shell.Files;
using KedaStack.Cli.Shell.Help;
using KedaStack.Cli.Simulate;
using KedaStack.Cli.Tune;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Reports.WarmUps;
using KedaStack.Resources.Writing;
using Pulumi;

namespace KedaStack.Cli;

/// <summary>The <c>kedastack</c> command line.</summary>
internal static class KedaStackCommand
{
    private static readonly string[] _endThemselves = ["simulate", "tune", "local"];

    // A command that writes another one's command lines needs that beside it.
    private static readonly (string Name, Func<Terminal, Command> Create, string? Beside)[] _commands =
    [
        ("preview", PreviewCommand.Create, null),
        ("explain", ExplainCommand.Create, null),
        ("simulate", SimulateCommand.Create, null),
        ("local", LocalCommand.Create, null),
        ("tune", TuneCommand.Create, "simulate"),
        ("check", CheckCommand.Create, null),
        ("doctor", DoctorCommand.Create, null),
        ("render", RenderCommand.Create, null),
        ("migrate", MigrateCommand.Create, null),
        ("settings", SettingsCommand.Create, null),
    ];

    // The commands whose work waits for the settings, which takes half of a short run. A preview has so much to do that these are warmed up, too.
    private static readonly Dictionary<string, Func<object>> _warmUps = new()
    {
        ["preview"] = () => (SettingsParser.Defaults, CheckWarmUp.Run()),
        ["preview --json"] = () => (SettingsParser.Defaults, PreviewJsonWarmUp.Run()),
        ["check"] = CheckWarmUp.Run,
        ["explain"] = ExplainWarmUp.Run,
        ["simulate"] = () => SimulateWarmUp.Run(MeasuredAccuracy.Sentence),
    };

    /// <summary>Makes the command with its subcommands.</summary>
    /// <param name="terminal">What they write to.</param>
    /// <param name="first">The first word of the command line. Where it names a subcommand, the others are left out: making their options is a third of a short run.</param>
    public static RootCommand Create(Terminal terminal, string? first = null)
    {
        var root = new RootCommand("KedaStack: an AKS workload that KEDA scales on managed Prometheus, shown before it is deployed.");
        var named = Array.Find(_commands, command => command.Name == first);
        foreach (var command in _commands.Where(command => named.Name is null || command.Name == named.Name || command.Name == named.Beside))
        {
            root.Subcommands.Add(command.Create(terminal));
        }

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
            var words = CommandWords.AsOptions(arguments, [.. _commands.Select(command => command.Name)]);
            WarmUp.Begin(WarmUpOf(words));

            var root = Create(terminal, words.Count == 0 ? null : words[0]);
            if (words.Count == 0)
            {
                terminal.Write(HelpText.Write(root, terminal.WidthColumns));
                terminal.Note(CommandLineErrors.NeedsCommand(root));
                return ExitCodes.Failure;
            }

            // An @ is nothing special in a command line.
            var result = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
            var switched = result.Action is HelpAction or VersionAction ? [] : SwitchValues.Problems(words, result);
            if (result.Action is ParseErrorAction || switched.Count > 0 || (result.Action is VersionAction && result.UnmatchedTokens.Count > 0))
            {
                foreach (var line in CommandLineErrors.Of(result, switched))
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
            terminal.Note(terminal.HasWritten ? "Stopped." : "Stopped before the end; nothing was written.");
            return ExitCodes.Interrupted;
        }
        catch (StandardOutputException exception)
        {
            terminal.Note(exception.Message);
            return ExitCodes.Failure;
        }
    }

    private static Func<object>? WarmUpOf(IReadOnlyList<string> words) => words.Count == 0 ? null
        : words.Skip(1).Select(word => _warmUps.GetValueOrDefault($"{words[0]} {word}")).FirstOrDefault(warmUp => warmUp is not null)
            ?? _warmUps.GetValueOrDefault(words[0]);

    private sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            terminal.Write(WordWrap.Text(ProductVersion.Text, terminal.WidthColumns));
            return ExitCodes.Success;
        }
    }
}
