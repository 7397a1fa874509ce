using System.Globalization;
using KedaStack.Scaling.Simulation.Load.Recorded.Lines;
using nietras.SeparatedValues;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>
/// Reads a recording from a CSV: a time and a load on each line, with a comma, semicolon or tab between, with or without a
/// header; see <see cref="TrafficRecording"/> for what they mean. Times ascend. Empty lines are allowed at the end only. A
/// first line such as <c>sep=,</c>, which spreadsheets and Grafana's "Download for Excel" write, names the separator.
/// By their headers it knows k6's, JMeter's, ab's and Locust's tables, and by its first line an access log.
/// Streams: of ten million rows no more is held than of one million.
/// </summary>
public static class TrafficCsv
{
    /// <summary>Reads the whole text. Never throws for what is in it.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="reading">How it is read; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The text cannot be read.</exception>
    public static TrafficRecording Read(TextReader reader, RecordingReading? reading = null, CancellationToken cancellationToken = default)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Read(new LineReader(reader), reading ?? new(), cancellationToken);
        }
        catch (RecordingException exception)
        {
            return new TrafficRecording { Error = exception.Error };
        }
    }

    private static TrafficRecording Read(LineReader lines, RecordingReading reading, CancellationToken cancellationToken)
    {
        char? separator = null;
        if (lines.TryPeek(out var line) && line.StartsWith(CsvHeader.SeparatorLine, StringComparison.OrdinalIgnoreCase))
        {
            separator = CsvHeader.NamedSeparator(line);
            lines.Take();
        }

        if (!lines.TryPeek(out line) || line.IsWhiteSpace())
        {
            return Blank(lines);
        }

        if (AccessLog.Is(line))
        {
            return AccessLog.Read(lines, reading.MostSteps, cancellationToken);
        }

        var header = CsvHeader.Of(line, lines.Line + 1, separator);
        CsvFormats.Refuse(header);
        if (header.IsNames)
        {
            lines.Take();
        }

        return CsvFormats.Requests(header) is { } requests ? Requests(lines, header, requests, reading, cancellationToken)
            : CsvFormats.LocustHistory(header) is { } locust ? Locust(lines, header, locust, reading, cancellationToken)
            : Table(lines, header, reading, cancellationToken);
    }

    private static TrafficRecording Table(LineReader lines, CsvHeader header, RecordingReading reading, CancellationToken cancellationToken)
    {
        var table = new CsvTable(CsvColumns.Of(header, reading), header, reading);
        return table.End(Rows(lines, header, table.Add, cancellationToken));
    }

    private static TrafficRecording Requests(
        LineReader lines, CsvHeader header, RequestColumns columns, RecordingReading reading, CancellationToken cancellationToken)
    {
        var requests = new RequestCounts(columns.Format, reading.MostSteps);
        return requests.End(Rows(
            lines,
            header,
            (row, number) =>
            {
                var isThere = row.ColCount > Math.Max(columns.Time, Math.Max(columns.Filter, columns.Count));
                if (isThere && (columns.Filter < 0 || row[columns.Filter].Span.SequenceEqual(columns.FilterValue)))
                {
                    var text = row[columns.Time].Span;
                    if (!RecordedTime.TryRead(text, out var time))
                    {
                        throw RecordingException.At(new TextPlace(number, 1), "the time is not one", text, RecordedTime.Expected);
                    }

                    requests.Add(time.Milliseconds, columns.Count < 0 ? 1 : RecordedValue.Of(row[columns.Count].Span, new TextPlace(number, 1)) ?? 0);
                }

                requests.LeftOut += isThere ? 0 : 1;
            },
            cancellationToken));
    }

    private static TrafficRecording Locust(
        LineReader lines, CsvHeader header, (int Time, int Name, int Rate) columns, RecordingReading reading, CancellationToken cancellationToken)
    {
        var rows = new RecordedRows(reading with { Unit = LoadUnit.PerSecond });
        rows.Notes.Add("Read as Locust's history: the Requests/s of all requests together.");
        return rows.End(Rows(
            lines,
            header,
            (row, number) =>
            {
                if (row.ColCount > columns.Rate && row[columns.Name].Span.SequenceEqual("Aggregated"))
                {
                    var place = new TextPlace(number, 1);
                    rows.Add(new RecordedRow { Time = row[columns.Time].Span, TimePlace = place, Rate = row[columns.Rate].Span, RatePlace = place });
                }
            },
            cancellationToken));
    }

    private static TextPlace Rows(LineReader lines, CsvHeader header, RowReader read, CancellationToken cancellationToken)
    {
        // The library counts the first row as the second, but the lines after a row right.
        var (before, last, emptyLine) = (lines.Line, lines.Line, 0L);
        try
        {
            using var reader = header.Options.From(lines.Rest());
            foreach (var row in reader)
            {
                cancellationToken.ThrowIfCancellationRequested();
                (var number, last) = (last + 1, before + row.LineNumberToExcl - 1);
                if (row.Span.IsWhiteSpace())
                {
                    emptyLine = emptyLine == 0 ? number : emptyLine;
                    continue;
                }

                if (emptyLine > 0)
                {
                    throw EmptyLine(emptyLine);
                }

                read(row, number);
            }
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidDataException or ArgumentException)
        {
            // A quote without an end takes in all that follows, until the library has enough of it.
            throw RecordingException.At(
                new TextPlace(last + 1, 1), "the row does not end", string.Create(CultureInfo.InvariantCulture, $"a row from line {last + 1} on"), "close the quotes, or take them out");
        }

        return new TextPlace(last + 1, 1);
    }

    private static TrafficRecording Blank(LineReader lines)
    {
        var emptyLine = lines.Line + 1;
        while (lines.TryRead(out var line))
        {
            if (!line.IsWhiteSpace())
            {
                throw EmptyLine(emptyLine);
            }
        }

        return new RecordedRows(new()).End(new TextPlace(1, 1));
    }

    private static RecordingException EmptyLine(long number) => RecordingException.At(
        new TextPlace(number, 1), "the line is empty, and rows come after it", "", "remove it, or write a time and a load");

    private delegate void RowReader(SepReader.Row row, long number);
}
