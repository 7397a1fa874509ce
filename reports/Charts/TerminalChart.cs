using System.Text;
using KedaStack.Reports.Writing;

namespace KedaStack.Reports.Charts;

/// <summary>Strips above each other on one axis of time, as text without colours.</summary>
/// <param name="page">Gets the lines.</param>
/// <param name="widthColumns">The width of the page.</param>
/// <param name="glyphs">The characters.</param>
/// <param name="duration">The length of the axis.</param>
internal sealed class TerminalChart(TextPage page, int widthColumns, ChartGlyphs glyphs, TimeSpan duration)
{
    private const int LabelColumns = 6;
    private const int MostColumns = 120;
    private const int LeastColumns = 10;
    private const string Zero = "0";

    /// <summary>How many columns of time there are.</summary>
    public int Columns { get; } = Math.Clamp(widthColumns - LabelColumns - 1, LeastColumns, MostColumns);

    /// <summary>Adds a strip.</summary>
    public void Add(ChartStrip strip)
    {
        page.Line(strip.Title);
        for (var row = strip.Rows - 1; row >= 0; row--)
        {
            var line = new StringBuilder(Columns);
            for (var column = 0; column < Columns; column++)
            {
                line.Append(Cell(strip, column, row));
            }

            Line(row == strip.Rows - 1 ? strip.TopLabel : row == 0 ? Zero : "", line.ToString());
        }
    }

    /// <summary>Adds a line of letters, one for each column.</summary>
    public void Add(string label, char[] letters) => Line(label, new string(letters));

    /// <summary>Adds the axis of time.</summary>
    public void Finish()
    {
        var (axis, labels) = (new string(glyphs.Time, Columns).ToCharArray(), new string(' ', LabelColumns + 1 + Columns).ToCharArray());
        foreach (var at in TimeScale.Ticks(duration, Math.Max(2, Columns / 12)))
        {
            var column = (int)(at / duration * Columns);
            var label = TimeScale.Label(at);
            var start = LabelColumns + 1 + column;
            if (column < Columns)
            {
                axis[column] = glyphs.Tick;
            }

            if (start + label.Length <= labels.Length)
            {
                label.CopyTo(labels.AsSpan(start));
            }
        }

        Line("", new string(axis));
        page.Text(new string(labels).TrimEnd() + "\n");
    }

    private char Cell(ChartStrip strip, int column, int row)
    {
        var levels = glyphs.Levels.Length;
        var filled = strip.Fill[column] is { } value and > 0 ? Level(strip, value, levels) - (row * levels) : 0;
        if (filled > 0)
        {
            return glyphs.Levels[Math.Min(filled, levels) - 1];
        }

        var marked = column < strip.Line.Count && strip.Line[column] is { } line and > 0
            && (Level(strip, line, levels) - 1) / levels == row;
        return marked ? glyphs.Mark : ' ';
    }

    // What is above 0 is to be seen.
    private static int Level(ChartStrip strip, double value, int levels) =>
        Math.Clamp((int)Math.Round(value / strip.Top * strip.Rows * levels), 1, strip.Rows * levels);

    private void Line(string label, string columns)
    {
        const int Label = LabelColumns - 1;
        var shown = label.Length > Label ? label[..Label] : label;
        page.Text($"{shown.PadLeft(Label)} {glyphs.Axis}{columns.TrimEnd()}\n");
    }
}
