using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace KedaStack.Cli.Shell.Help;

/// <summary>Writes <see cref="HelpText"/> instead of the library's help.</summary>
/// <param name="terminal">Gets it.</param>
internal sealed class HelpAction(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Takes the place of the library's help.</summary>
    public static RootCommand Install(RootCommand root, Terminal terminal)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpAction(terminal);
        }

        return root;
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Write(HelpText.Write(parseResult.CommandResult.Command, terminal.WidthColumns));
        return ExitCodes.Success;
    }
}
