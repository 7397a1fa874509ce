namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>Which columns of a CSV hold what; places count from 0.</summary>
internal sealed record CsvColumns
{
    private const string Advice = "write time,rate on each line; more columns need a header with the names time and rate";

    private static readonly string[] _timeNames = ["time", "timestamp", "t", "date", "datetime", "seconds"];
    private static readonly string[] _rateNames = ["rate", "load", "value", "rps", "requests", "req/s", "requests_per_second"];
    private static readonly string[] _numberNames = ["", "#", "index", "idx", "row", "no", "nr", "n", "unnamed: 0"];
    private static readonly string[] _timeWords = ["time", "date", "minute", "hour", "day", "second", "period", "@timestamp", "when"];
    private static readonly string[] _secondNames = ["seconds", "second", "sec", "secs", "s", "time_s", "seconds_since_start"];

    private static readonly (string Name, double Seconds)[] _timeUnits =
    [
        ("minute", 60), ("minutes", 60), ("min", 60), ("mins", 60), ("time_min", 60), ("hour", 3600), ("hours", 3600), ("h", 3600),
        ("day", 86_400), ("days", 86_400), ("ms", 0.001), ("millis", 0.001), ("milliseconds", 0.001), ("time_ms", 0.001),
    ];

    /// <summary>The time, or its date.</summary>
    public required int Time { get; init; }

    /// <summary>The time of day, where the date has a column of its own.</summary>
    public int? TimeOfDay { get; init; }

    /// <summary>The loads: one, or several that are added up.</summary>
    public required IReadOnlyList<int> Loads { get; init; }

    /// <summary>All other columns.</summary>
    public IReadOnlyList<int> Others { get; init; } = [];

    /// <summary>What the loads are by their names; null when these say nothing.</summary>
    public LoadUnit? Unit { get; init; }

    /// <summary>How many seconds a time of 1 is, by its name.</summary>
    public double SecondsPerTime { get; init; } = 1;

    /// <summary>Whether the name of the time says that it is the number of the row.</summary>
    public bool AreTimesRowNumbers { get; init; }

    /// <summary>Whether the name of the time says what it is.</summary>
    public bool AreTimesNamed { get; init; }

    /// <summary>
    /// Finds the columns by the first line. Two columns are time and load, whatever they are called, unless a name says the
    /// reverse; of more, the header has to name them.
    /// </summary>
    /// <param name="header">The line.</param>
    /// <param name="reading">How the recording is read.</param>
    /// <exception cref="RecordingException">They cannot be told.</exception>
    public static CsvColumns Of(CsvHeader header, RecordingReading reading)
    {
        var cells = header.Cells;
        var place = new TextPlace(header.Line, 1);
        if (cells.Count < 2)
        {
            throw RecordingException.At(place, "the line has one column", string.Join(header.Separator, cells), Advice);
        }

        if (!header.IsNames)
        {
            return cells.Count == 2
                ? new CsvColumns { Time = 0, Loads = [1] }
                : throw RecordingException.At(place, "the line has more than two columns and does not name them", string.Join(header.Separator, cells), Advice);
        }

        var (date, timeOfDay) = (header.IndexOf("date"), header.IndexOf("time"));
        var isJoined = date >= 0 && timeOfDay >= 0;
        var time = isJoined ? date : TimeOf(header);
        if (time < 0)
        {
            throw RecordingException.At(place, "the line has more than two columns and does not name them", string.Join(header.Separator, cells), Advice);
        }

        var rest = Enumerable.Range(0, cells.Count).Where(column => column != time && !(isJoined && column == timeOfDay)).ToList();
        var loads = LoadsOf(header, rest, reading, place);
        var name = cells[time].ToLowerInvariant();
        var columns = new CsvColumns
        {
            Time = time,
            TimeOfDay = isJoined ? timeOfDay : null,
            Loads = loads,
            Others = [.. rest.Except(loads)],
            Unit = reading.Unit ?? UnitOf(loads.Select(load => cells[load]).ToList(), place),
            SecondsPerTime = Array.Find(_timeUnits, unit => unit.Name == name) is { Name: not null } known ? known.Seconds : 1,
            AreTimesRowNumbers = _numberNames.Contains(name),
            AreTimesNamed = _secondNames.Contains(name) || _timeUnits.Any(unit => unit.Name == name),
        };
        foreach (var load in reading.Unit is null ? loads : [])
        {
            if (LoadUnits.NoLoad(cells[load]) is { } other)
            {
                throw RecordingException.At(
                    place, $"by its name, column {cells[load]} is {other} and no load", cells[load],
                    $"take the column of the requests, or say what this one is with --unit ({LoadUnits.Expected})");
            }
        }

        return columns;
    }

    private static int TimeOf(CsvHeader header)
    {
        var exact = FirstNamed(header, _timeNames);
        if (exact >= 0)
        {
            return exact;
        }

        var isFirstNumbered = _numberNames.Contains(header.Cells[0].ToLowerInvariant());
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var name = header.Cells[i];
            if (_timeWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) && LoadUnits.OfName(name) is null && LoadUnits.NoLoad(name) is null)
            {
                return i;
            }
        }

        return header.Cells.Count > 2 && !isFirstNumbered ? -1
            : header.Cells.Count == 2 && _rateNames.Contains(header.Cells[0].ToLowerInvariant()) ? 1
            : 0;
    }

    private static List<int> LoadsOf(CsvHeader header, List<int> rest, RecordingReading reading, TextPlace place)
    {
        if (rest.Count == 1)
        {
            return rest;
        }

        var named = rest.Where(column => _rateNames.Contains(header.Cells[column].ToLowerInvariant())).ToList();
        named = named.Count > 0 ? named : [.. rest.Where(column => LoadUnits.OfName(header.Cells[column]) is not null)];
        if (named.Count == 1)
        {
            return named;
        }

        return reading.IsSummed
            ? rest
            : throw RecordingException.At(
                place, $"{rest.Count} columns may be the load", string.Join(header.Separator, rest.Select(column => header.Cells[column])),
                "add them up with --sum, add the series up in the query, or name one of them rate");
    }

    private static LoadUnit? UnitOf(List<string> names, TextPlace place)
    {
        var units = names.Select(LoadUnits.OfName).Distinct().ToList();
        return units.Count == 1 ? units[0] : throw RecordingException.At(
            place, "by their names, the columns have different units", string.Join(", ", names), $"leave out all but those of one unit, or say which it is with --unit ({LoadUnits.Expected})");
    }

    private static int FirstNamed(CsvHeader header, string[] names)
    {
        foreach (var name in names)
        {
            if (header.IndexOf(name) is >= 0 and var index)
            {
                return index;
            }
        }

        return -1;
    }
}
