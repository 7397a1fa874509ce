using System.Text;

namespace KedaStack.Reports.Writing;

/// <summary>A table whose last column goes on in further lines.</summary>
internal static class WrappedTable
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int LeastLastColumn = 24;

    /// <summary>The lines.</summary>
    /// <param name="rows">The rows, of equal length. All but the last column are aligned right, but for the first.</param>
    /// <param name="widthColumns">The width.</param>
    public static string Write(IReadOnlyList<string[]> rows, int widthColumns)
    {
        var widths = Enumerable.Range(0, rows[0].Length - 1).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var margin = Indent + widths.Sum() + (Gap * widths.Length);
        var last = Math.Max(LeastLastColumn, widthColumns - margin);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = new StringBuilder().Append(' ', Indent);
            for (var column = 0; column < widths.Length; column++)
            {
                line.Append(column == 0 ? row[column].PadRight(widths[column]) : row[column].PadLeft(widths[column])).Append(' ', Gap);
            }

            foreach (var part in Wrap(row[^1], last))
            {
                text.Append((line + part).TrimEnd()).Append('\n');
                line.Clear().Append(' ', margin);
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
