using System.Text;

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
    /// Indented columns. Where they do not fit, the narrow ones stay side by side, and the wide ones go on below,
    /// indented.
    /// </summary>
    /// <param name="rows">The cells.</param>
    /// <param name="hasHeader">Whether the first row names the columns, which the narrow form does without.</param>
    /// <param name="narrowRows">What the rows say in fewer cells, for the narrow form; null for the same.</param>
    public void Table(IReadOnlyList<string[]> rows, bool hasHeader = false, IReadOnlyList<string[]>? narrowRows = null)
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

        var beside = isNarrow ? Beside(widths) : [.. Enumerable.Range(0, widths.Length)];
        foreach (var row in rows.Skip(isNarrow && hasHeader ? 1 : 0))
        {
            if (beside.Count > 0)
            {
                var cells = beside.Select(column => row[column].PadRight(widths[column]));
                _text.Append(' ', Indent).Append(string.Join(Gap, cells).TrimEnd()).Append('\n');
            }
            else
            {
                Wrap(row[0], Indent, 2 * Indent);
            }

            var below = Enumerable.Range(0, row.Length).Skip(beside.Count > 0 ? 0 : 1)
                .Where(column => !beside.Contains(column) && row[column].Trim().Length > 0).Select(column => row[column].Trim()).ToList();
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

    private bool Fits(int[] widths) => Indent + widths.Sum() + (Gap.Length * (widths.Length - 1)) <= widthColumns;

    private void Wrap(string text, int indent, int hanging) => WrapWords(text.Split(' '), indent, hanging);

    private void WrapWords(string[] words, int indent, int hanging)
    {
        var line = new StringBuilder().Append(' ', indent);
        var isEmpty = true;
        foreach (var word in words)
        {
            if (!isEmpty && line.Length + 1 + word.Length > widthColumns)
            {
                _text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(' ', hanging);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        _text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
