using System.Globalization;
using System.Text;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Local.Screen;

/// <summary>
/// Shows lines on a screen of its own, so that what was there before comes back at the end. Only lines that changed are
/// written, all at once, so that nothing flickers.
/// </summary>
/// <param name="screen">The screen.</param>
internal sealed class ScreenPainter(IScreen screen) : IDisposable
{
    private const string Open = "\e[?1049h\e[?25l\e[?7l\e[2J";
    private const string Close = "\e[0m\e[?7h\e[?25h\e[?1049l";
    private const string Clear = "\e[2J";
    private const string ClearRest = "\e[K";

    private readonly Lock _turn = new();
    private IReadOnlyList<ScreenLine> _shown = [];
    private ScreenSize _size;
    private bool _isOpen;
    private bool _isClosed;

    /// <summary>Shows lines instead of those shown before.</summary>
    /// <param name="lines">The lines; not more than there is room for.</param>
    /// <param name="size">The size that they were made for.</param>
    public void Paint(IReadOnlyList<ScreenLine> lines, ScreenSize size)
    {
        lock (_turn)
        {
            if (_isClosed)
            {
                return;
            }

            var text = new StringBuilder();
            if (!_isOpen || size != _size)
            {
                text.Append(_isOpen ? Clear : Open);
                (_shown, _size, _isOpen) = ([], size, true);
            }

            for (var row = 0; row < Math.Max(lines.Count, _shown.Count); row++)
            {
                var line = row < lines.Count ? lines[row] : default;
                if (row >= _shown.Count || line != _shown[row])
                {
                    // In a full line the cursor is still on the last character, which would be cleared.
                    var shown = VisibleText.Of(line.Text ?? "");
                    shown = shown.Length > size.Columns ? shown[..size.Columns] : shown;
                    var rest = shown.Length >= size.Columns ? "" : ClearRest;
                    text.Append(CultureInfo.InvariantCulture, $"\e[{row + 1};1H{Code(line.Style)}{shown}\e[0m{rest}");
                }
            }

            _shown = lines;
            if (text.Length > 0)
            {
                screen.Write(text.ToString());
            }
        }
    }

    /// <summary>Brings back what was there before, with the cursor.</summary>
    public void Dispose()
    {
        lock (_turn)
        {
            if (_isOpen && !_isClosed)
            {
                screen.Write(Close);
            }

            _isClosed = true;
        }
    }

    private string Code(ScreenStyle style) => style switch
    {
        ScreenStyle.Plain => "",
        ScreenStyle.Strong => "\e[1m",
        ScreenStyle.Quiet => "\e[2m",
        _ when !screen.HasColours => "",
        ScreenStyle.Warning => "\e[33m",
        ScreenStyle.Load => "\e[36m",
        ScreenStyle.Replicas => "\e[32m",
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "The style must be one of the enumeration."),
    };
}
