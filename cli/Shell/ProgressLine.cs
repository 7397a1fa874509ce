using System.Globalization;
using KedaStack.Resources.Writing;

namespace KedaStack.Cli.Shell;

/// <summary>
/// A line on standard error that says how far a work is, and goes when it ends. Work that is done soon shows none, and
/// neither does standard error that is not a terminal.
/// </summary>
/// <param name="terminal">The terminal.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressLine(Terminal terminal, TimeProvider time) : IDisposable
{
    private const int BarColumns = 20;

    private static readonly TimeSpan _first = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _next = _first;
    private int _shownColumns;
    private bool _ended;

    /// <summary>Says how far the work is; may be called at any time, by any thread.</summary>
    /// <param name="work">What is being done.</param>
    /// <param name="share">How much of it is done, 0 to 1; null when nobody knows.</param>
    public void Report(string work, double? share)
    {
        var elapsed = time.GetElapsedTime(_began);
        if (terminal.ErrorWidthColumns is not { } width || elapsed < _next)
        {
            return;
        }

        lock (_lock)
        {
            if (_ended)
            {
                return;
            }

            _next = elapsed + _between;
            var text = share is > 0 and <= 1 and var known ? Text(work, known, elapsed, width) : work;
            // The last column stays free: writing into it would begin a new line.
            text = text.Length < width ? text : text[..(width - 1)];
            terminal.RawError.Write($"\r{VisibleText.Of(text).PadRight(_shownColumns)}");
            _shownColumns = text.Length;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            if (_shownColumns > 0)
            {
                terminal.RawError.Write($"\r{new string(' ', _shownColumns)}\r");
            }
        }
    }

    private static string Text(string work, double share, TimeSpan elapsed, int width)
    {
        var figures = string.Create(CultureInfo.InvariantCulture, $"{share:0%}, {Remaining(elapsed, share)}");
        var done = (int)(share * BarColumns);
        var withBar = $"{work}: [{new string('#', done)}{new string('.', BarColumns - done)}] {figures}";
        return withBar.Length < width ? withBar : $"{work}: {figures}";
    }

    private static string Remaining(TimeSpan elapsed, double share)
    {
        var seconds = Math.Ceiling(elapsed.TotalSeconds * (1 - share) / share);
        return seconds < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds} s left")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds / 60)} min left");
    }
}
