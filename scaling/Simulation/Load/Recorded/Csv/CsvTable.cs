using System.Globalization;
using nietras.SeparatedValues;

namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>Reads the rows of a table of times and loads.</summary>
/// <param name="columns">Its columns.</param>
/// <param name="header">Its first line.</param>
/// <param name="reading">How it is read.</param>
internal sealed class CsvTable(CsvColumns columns, CsvHeader header, RecordingReading reading)
{
    private const int LongestJoinedTime = 64;
    private const double LeastUnixTime = 1e8;

    private readonly RecordedRows _rows = new(reading) { SecondsPerTime = columns.SecondsPerTime, AreTimesNamed = columns.AreTimesNamed };
    private readonly double?[] _lastCounters = new double?[columns.Loads.Count];
    private readonly char[] _joined = new char[LongestJoinedTime];
    private double _counted;
    private SeriesSums? _series;
    private string[]? _labels;
    private bool _isFirst = true;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="number">The number of its line.</param>
    /// <exception cref="RecordingException">It cannot be used.</exception>
    public void Add(SepReader.Row row, long number)
    {
        if (row.ColCount <= columns.Time || row.ColCount <= columns.Loads[^1] || row.ColCount <= columns.TimeOfDay)
        {
            throw RecordingException.At(
                new TextPlace(number, row.Span.Length + 1), "the line has too few columns", row.Span, "write a time and a load, or an empty load with --gaps");
        }

        if (row.ColCount > header.Cells.Count && !row[header.Cells.Count].Span.IsEmpty)
        {
            throw RecordingException.At(
                Place(row, header.Cells.Count, number), "the line has more cells than the first one", row.Span,
                "write numbers with a decimal point and without separators of thousands");
        }

        var time = columns.TimeOfDay is { } timeOfDay ? Join(row[columns.Time].Span, row[timeOfDay].Span) : row[columns.Time].Span;
        if (_isFirst)
        {
            Begin(row, time, number);
        }

        if (_series is not null)
        {
            AddToSeries(row, time, number);
            return;
        }

        var cell = new RecordedRow
        {
            Time = time,
            TimePlace = Place(row, columns.Time, number),
            Rate = row[columns.Loads[0]].Span,
            RatePlace = Place(row, columns.Loads[0], number),
        };
        if (columns.Loads.Count > 1)
        {
            _rows.Add(cell, Sum(row, number));
            return;
        }

        try
        {
            _rows.Add(cell);
        }
        catch (RecordingException exception) when (exception.Error.IsOrder && OtherLabel(row) is { } other)
        {
            throw RecordingException.At(
                Place(row, other, number), $"the rows are of several series: column {Name(other)} was {Quote(_labels![other])} before", row[other].Span,
                "add them up with --sum, add the series up in the query, or keep the rows of one");
        }
    }

    /// <summary>The recording.</summary>
    /// <param name="end">The end of the file.</param>
    /// <exception cref="RecordingException">It cannot be used.</exception>
    public TrafficRecording End(TextPlace end)
    {
        _series?.AddTo(_rows);
        return _rows.End(end);
    }

    // What can be seen in the first row only: whether other columns name series.
    private void Begin(SepReader.Row row, ReadOnlySpan<char> time, long number)
    {
        _isFirst = false;
        if (columns.AreTimesRowNumbers && double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count < LeastUnixTime)
        {
            throw RecordingException.At(
                Place(row, columns.Time, number), $"the times are numbers of rows, by the name {Quote(Name(columns.Time))} of their column", time,
                "write the time of each row, such as its seconds, under the name time");
        }

        if (columns.SecondsPerTime != 1 && double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out var small) && small < LeastUnixTime)
        {
            _rows.Notes.Add(string.Create(CultureInfo.InvariantCulture, $"By the name of their column, {Name(columns.Time)}, the times are in units of {columns.SecondsPerTime} s."));
        }

        if (columns.Unit is { } unit)
        {
            _rows.Use(unit, columns.Loads.Count > 1 ? "each column" : $"column {Name(columns.Loads[0])}");
        }

        _labels = new string[row.ColCount];
        var hasText = false;
        foreach (var other in columns.Others.Where(other => other < _labels.Length))
        {
            var text = row[other].Span;
            _labels[other] = text.ToString();
            hasText |= !text.IsEmpty && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        }

        if (reading.IsSummed && columns.Loads.Count == 1 && hasText)
        {
            _series = new SeriesSums(_rows.Unit);
            _rows.Notes.Add("The series of the rows are added up (--sum).");
        }
        else if (columns.Loads.Count > 1)
        {
            _rows.Notes.Add($"{columns.Loads.Count} columns are added up (--sum).");
        }
    }

    private void AddToSeries(SepReader.Row row, ReadOnlySpan<char> time, long number)
    {
        var place = Place(row, columns.Time, number);
        if (!RecordedTime.TryRead(time, out var at))
        {
            throw RecordingException.At(place, "the time is not one", time, RecordedTime.Expected);
        }

        var series = "";
        foreach (var other in columns.Others)
        {
            series += other < row.ColCount ? $"{row[other].Span}\n" : "\n";
        }

        _series!.Add(series, at, RecordedValue.Of(row[columns.Loads[0]].Span, Place(row, columns.Loads[0], number)), place);
    }

    // Of counters the sum of the increases: that of the counters falls when a pod goes.
    private double? Sum(SepReader.Row row, long number)
    {
        double? sum = null;
        for (var i = 0; i < columns.Loads.Count; i++)
        {
            if (RecordedValue.Of(row[columns.Loads[i]].Span, Place(row, columns.Loads[i], number)) is not { } value)
            {
                continue;
            }

            if (_rows.Unit == LoadUnit.Counter)
            {
                _counted += _lastCounters[i] is not { } last ? 0 : value >= last ? value - last : value;
                _lastCounters[i] = value;
                sum = _counted;
            }
            else
            {
                sum = (sum ?? 0) + value;
            }
        }

        return sum;
    }

    private int? OtherLabel(SepReader.Row row)
    {
        foreach (var other in columns.Others)
        {
            if (other < row.ColCount && other < _labels!.Length && !row[other].Span.SequenceEqual(_labels[other]))
            {
                return other;
            }
        }

        return null;
    }

    private ReadOnlySpan<char> Join(ReadOnlySpan<char> date, ReadOnlySpan<char> timeOfDay) =>
        _joined.AsSpan().TryWrite(CultureInfo.InvariantCulture, $"{date} {timeOfDay}", out var length) ? _joined.AsSpan(0, length) : date;

    private string Name(int column) => column < header.Cells.Count ? header.Cells[column] : "";

    private static string Quote(string text) => $"\"{text}\"";

    private static TextPlace Place(SepReader.Row row, int column, long number) =>
        new(number, row.Span.Overlaps(row[column].Span, out var offset) ? offset + 1 : row.Span.Length + 1);
}
