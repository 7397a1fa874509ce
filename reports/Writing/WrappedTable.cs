using System.Text;

namespace KedaStack.Reports.Writing;

/// <summary>A table of figures, whose last column is text: where it does not fit beside them, it goes on below, indented.</summary>
internal static class WrappedTable
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int BelowIndent = 6;

    /// <summary>The lines.</summary>
    /// <param name="rows">The rows, of equal length. All but the last column are aligned right, but for the first.</param>
    /// <param name="widthColumns">The width.</param>
    public static string Write(IReadOnlyList<string[]> rows, int widthColumns)
    {
        var widths = Enumerable.Range(0, rows[0].Length - 1).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var margin = Indent + widths.Sum() + (Gap * widths.Length);
        var isNarrow = margin + rows.Max(row => row[^1].Length) > widthColumns;
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = new StringBuilder().Append(' ', Indent);
            for (var column = 0; column < widths.Length; column++)
            {
                line.Append(column == 0 ? row[column].PadRight(widths[column]) : row[column].PadLeft(widths[column])).Append(' ', Gap);
            }

            if (!isNarrow)
            {
                text.Append((line + row[^1]).TrimEnd()).Append('\n');
                continue;
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
            // The name of the column stands above the figures where the texts are below them.
            foreach (var part in row == rows[0] ? [] : Wrap(row[^1], widthColumns - BelowIndent))
            {
                text.Append(' ', BelowIndent).Append(part).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length > 0 ? $" {word}" : word;
        }

        yield return line;
    }
}
