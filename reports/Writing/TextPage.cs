using System.Text;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Writing;

/// <summary>Plain text for a terminal of some width: nothing is cut off, long lines go on below, indented.</summary>
/// <param name="widthColumns">The width.</param>
internal sealed class TextPage(int widthColumns)
{
    private const int Indent = 2;
    private const string Gap = "  ";

    private readonly StringBuilder _text = new();

    /// <summary>A line at the margin.</summary>
    public void Line(string text) => Wrap(text, 0, 0);

    /// <summary>A command for a shell, indented.</summary>
    public void Command(string text) => _text.Append(ShellLines.Of(text, widthColumns, Indent));

    /// <summary>Lines that are laid out already.</summary>
    public void Text(string text) => _text.Append(text);

    /// <summary>A heading, with an empty line before it.</summary>
    public void Heading(string text)
    {
        _text.Append('\n');
        Line(text);
    }

    /// <summary>An indented line.</summary>
    public void Item(string text) => Wrap(text, Indent, 2 * Indent);

    /// <summary>What belongs to the item above it, indented further.</summary>
    public void Detail(string text) => Wrap(text, 3 * Indent, 3 * Indent);

    /// <summary>
    /// Indented columns. Where they do not fit, the narrow ones stay side by side, and the wide ones go on below, indented,
    /// each after its name if there is a header.
    /// </summary>
    /// <param name="rows">The cells.</param>
    /// <param name="hasHeader">Whether the first row names the columns.</param>
    /// <param name="narrowRows">What the rows say in fewer cells, without a header, for the narrow form; null for the same.</param>
    /// <param name="figures">The columns that are aligned right.</param>
    public void Table(IReadOnlyList<string[]> rows, bool hasHeader = false, IReadOnlyList<string[]>? narrowRows = null, Range? figures = null)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var widths = Widths(rows);
        var isNarrow = !Fits(widths);
        if (isNarrow && narrowRows is not null)
        {
            Table(narrowRows);
            return;
        }

        var columns = Enumerable.Range(0, widths.Length).ToList();
        var beside = isNarrow ? Beside(widths) : columns;
        var last = isNarrow && !hasHeader && MostFit(rows, widths, beside) ? widths.Length - 1 : -1;
        var right = figures is { } range ? columns.Take(range).ToList() : [];
        foreach (var row in rows)
        {
            var isHeader = hasHeader && row == rows[0];
            var isWhole = last >= 0 && Fits([.. widths[..last], row[last].TrimEnd().Length]);
            if (beside.Count > 0)
            {
                var cells = (isWhole ? columns : beside).Select(column => right.Contains(column) ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column]));
                var line = string.Join(Gap, cells).TrimEnd();
                // A header of one column alone would name what is plain.
                _text.Append(isHeader && (line.Length == 0 || beside.Count == 1) ? "" : $"{new string(' ', Indent)}{line}\n");
            }
            else if (!isHeader)
            {
                Wrap(row[0], Indent, 2 * Indent);
            }

            var below = isHeader ? [] : columns.Skip(beside.Count > 0 ? 0 : 1)
                .Where(column => !isWhole && !beside.Contains(column) && row[column].Trim().Length > 0)
                .Select(column => Named(hasHeader ? rows[0][column].Trim() : "", row[column].Trim())).ToList();
            if (below.Count > 0)
            {
                Detail(string.Join("; ", below));
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static int[] Widths(IReadOnlyList<string[]> rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];

    // The widest columns leave the line first; the first one, which says what the row is about, stays as long as it can.
    private List<int> Beside(int[] widths)
    {
        var beside = Enumerable.Range(0, widths.Length).ToList();
        while (beside.Count > 0 && !Fits([.. beside.Select(column => widths[column])]))
        {
            beside.Remove(beside.Count > 1 ? beside.Skip(1).MaxBy(column => widths[column]) : beside[0]);
        }

        return beside;
    }

    // Where only the last column has left, and most of its cells have room beside the others, those stay.
    private bool MostFit(IReadOnlyList<string[]> rows, int[] widths, List<int> beside) =>
        beside.Count == widths.Length - 1 && !beside.Contains(widths.Length - 1)
        && rows.Count(row => Fits([.. widths[..^1], row[^1].TrimEnd().Length])) * 2 >= rows.Count;

    private bool Fits(int[] widths) => Indent + widths.Sum() + (Gap.Length * (widths.Length - 1)) <= widthColumns;

    private static string Named(string name, string cell) => name.Length == 0 ? cell : $"{name}: {cell}";

    private void Wrap(string text, int indent, int hanging)
    {
        foreach (var line in WordWrap.Words(text.Split(' '), new string(' ', indent), new string(' ', hanging), widthColumns))
        {
            _text.Append(line).Append('\n');
        }
    }
}
