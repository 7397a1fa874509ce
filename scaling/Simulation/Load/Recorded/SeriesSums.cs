namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>Adds up series whose values come in any order of time, or sorts those of one.</summary>
/// <param name="unit">What the values are.</param>
internal sealed class SeriesSums(LoadUnit unit)
{
    private const int MostTimes = 4_000_000;

    private readonly Dictionary<long, (double? Value, TextPlace Place)> _sums = [];
    private readonly Dictionary<string, (RecordedTime Time, double Value)> _counters = [];
    private bool? _areDates;

    /// <summary>Adds a value.</summary>
    /// <param name="series">Whose it is.</param>
    /// <param name="time">Its time.</param>
    /// <param name="value">The value; null for none, which adds nothing.</param>
    /// <param name="place">Where it is.</param>
    /// <exception cref="RecordingException">It cannot be added to the others.</exception>
    public void Add(string series, RecordedTime time, double? value, TextPlace place)
    {
        if ((_areDates ??= time.IsDate) != time.IsDate)
        {
            throw RecordingException.At(place, "some times are dates, and others are numbers", time.ToString(), "write all times in the same way");
        }

        if (unit != LoadUnit.Counter)
        {
            Put(time, value, place);
        }
        else if (value is { } counter)
        {
            // What came since the last value counts from that one's time on.
            if (_counters.TryGetValue(series, out var last))
            {
                if (time.Milliseconds <= last.Time.Milliseconds)
                {
                    throw RecordingException.Order(place, "the time is not after the one before of the same counter", time.ToString(), "sort the rows of each series by time");
                }

                Put(last.Time, counter >= last.Value ? counter - last.Value : counter, place);
            }

            _counters[series] = (time, counter);
        }
    }

    /// <summary>The sums in the order of time.</summary>
    /// <param name="rows">Gets them.</param>
    /// <exception cref="RecordingException">A row cannot be used.</exception>
    public void AddTo(RecordedRows rows)
    {
        if (unit == LoadUnit.Counter)
        {
            rows.AreIncreases();
        }

        foreach (var (time, sum) in _sums.OrderBy(pair => pair.Key))
        {
            rows.Add(new RecordedTime(time, _areDates == true), sum.Place, sum.Value);
        }
    }

    private void Put(RecordedTime time, double? value, TextPlace place)
    {
        _sums[time.Milliseconds] = _sums.TryGetValue(time.Milliseconds, out var sum) ? (sum.Value is null ? value : sum.Value + (value ?? 0), sum.Place) : (value, place);
        if (_sums.Count > MostTimes)
        {
            throw RecordingException.At(place, "there are more than 4,000,000 times to add up", time.ToString(), "add the series up in the query, or cut the recording");
        }
    }
}
