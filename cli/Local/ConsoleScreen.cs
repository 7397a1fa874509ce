using System.Threading.Channels;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Charts;
using KedaStack.Reports.Local.Screen;
using Spectre.Console;

namespace KedaStack.Cli.Local;

/// <summary>The terminal of the process.</summary>
internal sealed class ConsoleScreen : IScreen
{
    private const int UsualColumns = 80;
    private const int UsualRows = 24;
    private const int MostWaitingKeys = 16;

    private readonly Terminal _terminal;

    /// <summary>Takes the keys of the process from now on, until it ends.</summary>
    /// <param name="terminal">Gets the text.</param>
    public ConsoleScreen(Terminal terminal)
    {
        _terminal = terminal;
        Keys = Console.IsInputRedirected ? null : ReadKeys();
    }

    /// <inheritdoc/>
    public ScreenSize Size => new(AtLeastOne(Console.WindowWidth, UsualColumns), AtLeastOne(Console.WindowHeight, UsualRows));

    /// <inheritdoc/>
    public bool HasColours => _terminal.Console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    /// <inheritdoc/>
    public ChartGlyphs Glyphs => ChartGlyphs.For(_terminal.Output.Encoding);

    /// <inheritdoc/>
    public ChannelReader<char>? Keys { get; }

    /// <inheritdoc/>
    public void Write(string text)
    {
        _terminal.RawOutput.Write(text);
        _terminal.RawOutput.Flush();
    }

    // A terminal without a size says 0.
    private static int AtLeastOne(int size, int usual) => size > 0 ? size : usual;

    // Between two reads the terminal would show what is typed, so that a thread reads all the time.
    private static ChannelReader<char> ReadKeys()
    {
        var keys = Channel.CreateBounded<char>(new BoundedChannelOptions(MostWaitingKeys) { FullMode = BoundedChannelFullMode.DropWrite });
        var reader = new Thread(() =>
        {
            try
            {
                while (true)
                {
                    keys.Writer.TryWrite(Console.ReadKey(intercept: true).KeyChar);
                }
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException)
            {
                // The terminal has gone.
                keys.Writer.TryComplete();
            }
        })
        { IsBackground = true, Name = "keys" };
        reader.Start();
        return keys.Reader;
    }
}
