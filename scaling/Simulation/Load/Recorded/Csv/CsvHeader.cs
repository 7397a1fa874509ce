using nietras.SeparatedValues;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>The cells of the first line, which may be names or data.</summary>
/// <param name="Separator">Between the cells: a comma, semicolon or tab.</param>
/// <param name="Cells">The cells, without quotes and blanks around them.</param>
/// <param name="Line">The number of the line.</param>
internal sealed record CsvHeader(char Separator, IReadOnlyList<string> Cells, long Line)
{
    /// <summary>How a first line begins that names the separator.</summary>
    public const string SeparatorLine = "sep=";

    private static readonly char[] _separators = [',', ';', '\t'];

    /// <summary>Whether the cells are names: none of them can be data, and one is there.</summary>
    public bool IsNames => !Cells.Any(cell => RecordedTime.TryRead(cell, out _)) && Cells.Any(cell => cell.Length > 0);

    /// <summary>How all lines are read.</summary>
    public SepReaderOptions Options => new Sep(Separator).Reader(
        options => options with { HasHeader = false, DisableColCountCheck = true, Unescape = true, Trim = SepTrim.All });

    /// <summary>The separator that a <see cref="SeparatorLine"/> names.</summary>
    /// <exception cref="RecordingException">It is not one that is read.</exception>
    public static char NamedSeparator(ReadOnlySpan<char> line) =>
        line[SeparatorLine.Length..] is [var separator] && _separators.Contains(separator)
            ? separator
            : throw RecordingException.At(
                new TextPlace(1, SeparatorLine.Length + 1), "the separator is not one that is read", line[SeparatorLine.Length..],
                "separate the columns with commas, semicolons or tabs");

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number.</param>
    /// <param name="named">The separator; null for the first one in the line that is not quoted.</param>
    public static CsvHeader Of(ReadOnlySpan<char> line, long number, char? named)
    {
        var header = new CsvHeader(named ?? FirstSeparator(line), [], number);
        using var reader = header.Options.FromText(line.ToString());
        return reader.MoveNext()
            ? header with { Cells = CellsOf(reader.Current) }
            : header;
    }

    /// <summary>The place of a name, in any case; -1 for none.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Cells.Count; i++)
        {
            if (Cells[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string[] CellsOf(SepReader.Row row)
    {
        var cells = new string[row.ColCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = row[i].ToString();
        }

        return cells;
    }

    private static char FirstSeparator(ReadOnlySpan<char> line)
    {
        var isQuoted = false;
        foreach (var character in line)
        {
            isQuoted ^= character == '"';
            if (!isQuoted && _separators.Contains(character))
            {
                return character;
            }
        }

        return ',';
    }
}
