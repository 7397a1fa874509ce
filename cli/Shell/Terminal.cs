using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;
using Spectre.Console;

namespace KedaStack.Cli.Shell;

/// <summary>Where commands write to: results to standard output, notes and problems to standard error.</summary>
internal sealed class Terminal
{
    private const int NarrowestColumns = 20;
    private const int UsualColumns = 80;

    private readonly int? _widthColumns;
    private IAnsiConsole? _console;

    /// <summary>Writes to the given writers.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="widthColumns">The width of standard output; null when it is not a terminal, and then without colours.</param>
    /// <param name="errorWidthColumns">The width of standard error; null when it is not a terminal, and then without progress.</param>
    public Terminal(TextWriter output, TextWriter error, int? widthColumns, int? errorWidthColumns = null)
    {
        _widthColumns = widthColumns;
        ErrorWidthColumns = errorWidthColumns;
        Output = new VisibleWriter(output);
        Error = errorWidthColumns is { } width ? new FittingWriter(new VisibleWriter(error), width) : new VisibleWriter(error);
        (RawOutput, RawError) = (output, error);
    }

    /// <summary>The process's own terminal.</summary>
    public static Terminal System => new(
        new StandardStream(global::System.Console.Out, exception => throw new StandardOutputException(exception)),
        // Where notes are not wanted, or do not fit, the result still counts.
        new StandardStream(global::System.Console.Error, _ => { }),
        global::System.Console.IsOutputRedirected ? null : Width,
        global::System.Console.IsErrorRedirected ? null : Width);

    /// <summary>How wide text on standard output may be; without a terminal, as wide as it likes.</summary>
    public int WidthColumns => _widthColumns ?? PlainConsole.UnlimitedWidth;

    /// <summary>How wide a result may be: what reads a file wants lines whole.</summary>
    /// <param name="file">The file that it goes to; null for standard output.</param>
    public int WidthFor(string? file) => file is null ? WidthColumns : PlainConsole.UnlimitedWidth;

    /// <summary>The width of standard error; null when it is not a terminal.</summary>
    public int? ErrorWidthColumns { get; }

    /// <summary>Standard output, for text: what would steer a terminal is written out.</summary>
    public TextWriter Output { get; }

    /// <summary>Standard error, for text.</summary>
    public TextWriter Error { get; }

    /// <summary>Standard output, for what steers the terminal on purpose; texts that others chose must have gone through <see cref="VisibleText"/>.</summary>
    public TextWriter RawOutput { get; }

    /// <summary>Standard error, for the same.</summary>
    public TextWriter RawError { get; }

    /// <summary>Cancelled when the command is to end; for what would wait for ever, such as a pipe that nobody reads.</summary>
    public CancellationToken Interrupted { get; set; }

    /// <summary>For trees and tables on standard output; made when it is first asked for, since most commands do without.</summary>
    public IAnsiConsole Console => _console ??= _widthColumns is { } width ? Wide(RawOutput, width) : PlainConsole.Over(Output);

    // A terminal without a size says 0.
    private static int Width => global::System.Console.WindowWidth is > 0 and var width ? Math.Max(width, NarrowestColumns) : UsualColumns;

    /// <summary>Whether a result was written.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Writes a result as it is.</summary>
    public void Write(string text)
    {
        Output.Write(text);
        HasWritten = true;
    }


    /// <summary>Writes a note or a problem, with its commands as they are started here.</summary>
    public void Note(string line) => Error.WriteLine(CommandName.In(line));

    /// <summary>Writes problems.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Note(IReadOnlyCollection<SettingsProblem> problems)
    {
        foreach (var problem in problems)
        {
            Note(problem.ToString());
        }

        return problems.Count > 0;
    }

    private static IAnsiConsole Wide(TextWriter output, int widthColumns)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(new FittingWriter(output, widthColumns)),
            Ansi = AnsiSupport.Detect,
            ColorSystem = ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        // Spectre.Console would break words that are wider than what is left of their line.
        console.Profile.Width = PlainConsole.UnlimitedWidth;
        console.Profile.Capabilities.Unicode = true;
        console.Pipeline.Attach(new VisibleSegments());
        return console;
    }
}
