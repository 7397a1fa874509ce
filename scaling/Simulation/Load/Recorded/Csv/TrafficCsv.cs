namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>
/// Reads a recording from a CSV: a time and a load on each line, with a comma, semicolon or tab between, with or without a
/// header; see <see cref="TrafficRecording"/> for what they mean. Times ascend. Empty lines are allowed at the end only. A
/// first line such as <c>sep=,</c>, which spreadsheets and Grafana's "Download for Excel" write, names the separator.
/// Streams: of ten million rows no more is held than of one million.
/// </summary>
public static class TrafficCsv
{
    /// <summary>Reads the whole text. Never throws for what is in it.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="gaps">What gaps mean.</param>
    /// <param name="mostSteps">The most steps that are kept; 4 or more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The text cannot be read.</exception>
    public static TrafficRecording Read(
        TextReader reader, GapRule gaps = GapRule.Refuse, int mostSteps = StepThinner.MostSteps, CancellationToken cancellationToken = default)
    {
        try
        {
            var rows = new RecordedRows(gaps, mostSteps);
            return rows.End(Lines(new LineReader(reader), rows, cancellationToken));
        }
        catch (RecordingException exception)
        {
            return new TrafficRecording { Error = exception.Error };
        }
    }

    private static TextPlace Lines(LineReader lines, RecordedRows rows, CancellationToken cancellationToken)
    {
        CsvColumns? columns = null;
        char? separator = null;
        var emptyLine = 0L;
        while (lines.TryRead(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.IsWhiteSpace())
            {
                emptyLine = emptyLine == 0 ? lines.Line : emptyLine;
                continue;
            }

            if (emptyLine > 0)
            {
                throw RecordingException.At(
                    new TextPlace(emptyLine, 1), "the line is empty, and rows come after it", "", "remove it, or write a time and a load");
            }

            if (lines.Line == 1 && line.StartsWith(CsvColumns.SeparatorLine, StringComparison.OrdinalIgnoreCase))
            {
                separator = CsvColumns.NamedSeparator(line);
                continue;
            }

            if (columns is null)
            {
                columns = CsvColumns.Of(line, lines.Line, separator);
                if (columns.Value.IsHeader)
                {
                    continue;
                }
            }

            AddRow(line, lines.Line, columns.Value, rows);
        }

        return new TextPlace(lines.Line + 1, 1);
    }

    private static void AddRow(ReadOnlySpan<char> line, long number, in CsvColumns columns, RecordedRows rows)
    {
        var time = CsvCell.Of(line, columns.Separator, columns.Time);
        var rate = CsvCell.Of(line, columns.Separator, columns.Rate);
        if (!time.Exists || !rate.Exists)
        {
            throw RecordingException.At(
                new TextPlace(number, line.Length + 1), "the line has too few columns", line, "write a time and a load, or an empty load with --gaps");
        }

        var extra = CsvCell.Of(line, columns.Separator, columns.Count);
        if (!extra.Text.IsEmpty)
        {
            throw RecordingException.At(
                new TextPlace(number, extra.Column), "the line has more cells than the first one", line,
                "write numbers with a decimal point and without separators of thousands");
        }

        rows.Add(new RecordedRow
        {
            Time = time.Text,
            TimePlace = new TextPlace(number, time.Column),
            Rate = rate.Text,
            RatePlace = new TextPlace(number, rate.Column),
        });
    }
}
