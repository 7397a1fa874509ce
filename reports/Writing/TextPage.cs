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

    /// <summary>Indented columns; where they do not fit, each row becomes a line for its first cell and lines for the others.</summary>
    public void Table(IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var widths = Widths(rows);
        if (Fits(widths))
        {
            foreach (var row in rows)
            {
                var cells = row.Select((cell, column) => cell.PadRight(widths[column]));
                _text.Append(' ', Indent).Append(string.Join(Gap, cells).TrimEnd()).Append('\n');
            }

            return;
        }

        foreach (var row in rows)
        {
            Wrap(row[0], Indent, 2 * Indent);
            foreach (var cell in row.Skip(1).Where(cell => cell.Length > 0))
            {
                Wrap(cell, 3 * Indent, 4 * Indent);
            }
        }
    }

    /// <summary>Indented columns; where they do not fit, lines instead, which go on below.</summary>
    /// <param name="rows">The cells; at least one row.</param>
    /// <param name="lines">What the rows say, each in parts; a part after the first is kept together where a line has room for it.</param>
    public void TableOrLines(IReadOnlyList<string[]> rows, IEnumerable<string[]> lines)
    {
        if (Fits(Widths(rows)))
        {
            Table(rows);
            return;
        }

        foreach (var line in lines)
        {
            const int Hanging = 3 * Indent;
            WrapWords([.. line[0].Split(' '), .. line.Skip(1).SelectMany(part => Hanging + part.Length <= widthColumns ? [part] : part.Split(' '))], Indent, Hanging);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static int[] Widths(IReadOnlyList<string[]> rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];

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
