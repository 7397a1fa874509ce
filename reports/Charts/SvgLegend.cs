namespace KedaStack.Reports.Charts;

/// <summary>The names of a panel's lines or bands, in as many rows as they need.</summary>
internal static class SvgLegend
{
    private const int Swatch = 28;
    private const int Space = 6;
    private const int Between = 16;

    /// <summary>Where each entry goes: the rows are counted from 0.</summary>
    /// <param name="entries">The class of the swatch and the name.</param>
    /// <param name="size">The picture.</param>
    public static IReadOnlyList<(string Class, string Name, double X, int Row)> Lay(
        IEnumerable<(string Class, string Name)> entries, SvgSize size)
    {
        var placed = new List<(string, string, double, int)>();
        var (x, row) = ((double)SvgSize.Left, 0);
        foreach (var (style, name) in entries)
        {
            var width = Swatch + Space + SvgSize.TextWidth(name);
            if (x > SvgSize.Left && x + width > size.Width - SvgSize.Right)
            {
                (x, row) = (SvgSize.Left, row + 1);
            }

            placed.Add((style, name, x, row));
            x += width + Between;
        }

        return placed;
    }

    /// <summary>An entry.</summary>
    public static string Entry(string style, string name, double x, double baseline)
    {
        var (left, middle, text) = (SvgText.Number(x), SvgText.Number(baseline - 4), SvgText.Number(x + Swatch + Space));
        return $"<path class=\"{style}\" d=\"M{left} {middle}h{Swatch}\"/><text x=\"{text}\" y=\"{SvgText.Number(baseline)}\">{SvgText.Escape(name)}</text>\n";
    }
}
