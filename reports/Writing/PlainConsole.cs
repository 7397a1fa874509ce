using Spectre.Console;

namespace KedaStack.Reports.Writing;

/// <summary>What is made for a console, as text for a file.</summary>
internal static class PlainConsole
{
    /// <summary>What reads a file wants lines whole.</summary>
    public const int UnlimitedWidth = 100_000;

    /// <summary>The text, without colours and with lines that end in LF.</summary>
    /// <param name="write">Writes it.</param>
    public static string Text(Action<IAnsiConsole> write)
    {
        var text = new StringWriter { NewLine = "\n" };
        write(Over(text));
        return text.ToString();
    }

    /// <summary>A console without colours and without a width.</summary>
    /// <param name="output">Where it writes to; signs beyond ASCII are used in UTF-8 only.</param>
    public static IAnsiConsole Over(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = UnlimitedWidth;
        console.Profile.Capabilities.Unicode = output.Encoding.WebName == "utf-8";
        return console;
    }
}
