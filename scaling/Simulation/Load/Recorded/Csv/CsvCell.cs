namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>A cell of a line.</summary>
internal readonly ref struct CsvCell
{
    /// <summary>Its text, without quotes and blanks around it.</summary>
    public ReadOnlySpan<char> Text { get; private init; }

    /// <summary>The column of the line at which it begins, from 1.</summary>
    public int Column { get; private init; }

    /// <summary>Whether the line has it.</summary>
    public bool Exists { get; private init; }

    /// <summary>The cell at a place, from 0. Separators within double quotes do not count.</summary>
    public static CsvCell Of(ReadOnlySpan<char> line, char separator, int index)
    {
        var from = 0;
        for (var i = 0; ; i++)
        {
            var length = Length(line[from..], separator);
            if (i == index)
            {
                var text = line.Slice(from, length).Trim();
                text = text is ['"', .. var inner, '"'] ? inner.Trim() : text;
                return new CsvCell { Text = text, Column = from + 1, Exists = true };
            }

            from += length + 1;
            if (from > line.Length)
            {
                return new CsvCell { Column = line.Length + 1 };
            }
        }
    }

    /// <summary>How many cells a line has.</summary>
    public static int Count(ReadOnlySpan<char> line, char separator)
    {
        var (count, from) = (1, Length(line, separator));
        for (; from < line.Length; count++)
        {
            from += 1 + Length(line[(from + 1)..], separator);
        }

        return count;
    }

    private static int Length(ReadOnlySpan<char> rest, char separator)
    {
        // What is quoted ends with a quote that no other follows: two are one that belongs to the text (RFC 4180).
        var behind = 0;
        while (behind < rest.Length && rest[behind] == '"')
        {
            var quote = rest[(behind + 1)..].IndexOf('"');
            behind = quote < 0 ? rest.Length : behind + quote + 2;
        }

        return rest[behind..].IndexOf(separator) is >= 0 and var after ? behind + after : rest.Length;
    }
}
