using System.Globalization;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>
/// Makes a load of rows, one after the other, in bounded memory. Rows are <em>regular</em> once three distances in a row are
/// the same to within a quarter; from then on a distance of one and a half times that is a gap. What a count or a counter
/// means for the time until the next row is known with that row.
/// </summary>
/// <param name="reading">How they are read.</param>
internal sealed class RecordedRows(RecordingReading reading)
{
    private const int EqualDistances = 3;
    private const double Second = 1000;
    private const string GapAdvice = "complete the recording, or choose what gaps mean";

    private readonly StepThinner _steps = new(reading.MostSteps);
    private readonly List<string> _notes = [];
    private readonly RecordingQuestions _questions = new();
    private RecordedTime _first;
    private long _last;
    private long _distance;
    private int _equalDistances;
    private long _rows;
    private long _filled;
    private LoadUnit _unit = reading.Unit ?? LoadUnit.PerSecond;
    private bool _isUnitNamed = reading.Unit is not null;
    private string? _counterName;
    private double _milliPerUnit = MilliPer(reading.Unit ?? LoadUnit.PerSecond);
    private double? _pending;
    private long _pendingAt;
    private TextPlace _pendingPlace;

    /// <summary>How many seconds a time of 1 is; 1 by default.</summary>
    public double SecondsPerTime { get; set; } = 1;

    /// <summary>Whether the header says that times are seconds, so that 0, 1, 2, ... are no numbers of rows.</summary>
    public bool AreTimesNamed { get; set; }

    /// <summary>What a reader should know, in sentences.</summary>
    public ICollection<string> Notes => _notes;

    /// <summary>A name says the unit, which holds unless another one was asked for.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="name">Whose name it is, such as <c>column hits</c>.</param>
    public void Use(LoadUnit unit, string name)
    {
        if (reading.Unit is not null)
        {
            return;
        }

        (_unit, _isUnitNamed, _milliPerUnit) = (unit, true, MilliPer(unit));
        _counterName = unit == LoadUnit.Counter ? name : null;
        var sentence = unit switch
        {
            LoadUnit.PerMinute => "is in requests per minute",
            LoadUnit.PerHour => "is in requests per hour",
            LoadUnit.Count => "counts requests, which are divided by the time until the next row",
            LoadUnit.Counter => "is a counter, whose increase is the load",
            _ => null,
        };
        if (sentence is not null)
        {
            _notes.Add($"By its name, {name} {sentence} (--unit).");
        }
    }

    /// <summary>The values are increases of counters, each until the next row.</summary>
    public void AreIncreases() => (_unit, _isUnitNamed, _milliPerUnit) = (LoadUnit.Count, true, MilliPer(LoadUnit.Count));

    /// <summary>What the values are.</summary>
    public LoadUnit Unit => _unit;

    /// <summary>Adds a row.</summary>
    /// <exception cref="RecordingException">The row cannot be used.</exception>
    public void Add(in RecordedRow row)
    {
        var at = Begin(row, TimeOf(row));
        Take(row, at, RecordedValue.Of(row.Rate, row.RatePlace));
    }

    /// <summary>Adds a row whose value has been read.</summary>
    /// <param name="row">The row; its text of the load is for messages.</param>
    /// <param name="value">The value; null for none.</param>
    /// <exception cref="RecordingException">The row cannot be used.</exception>
    public void Add(in RecordedRow row, double? value)
    {
        var at = Begin(row, TimeOf(row));
        Take(row, at, value);
    }

    /// <summary>Adds a row that has been read.</summary>
    /// <param name="time">Its time.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="value">Its value; null for none.</param>
    /// <exception cref="RecordingException">The row cannot be used.</exception>
    public void Add(RecordedTime time, TextPlace place, double? value)
    {
        var row = new RecordedRow { Time = time.ToString(), TimePlace = place, Rate = value is { } known ? known.ToString("R", CultureInfo.InvariantCulture) : "", RatePlace = place };
        var at = Begin(row, Since(time, row));
        Take(row, at, value);
    }

    /// <summary>The load of all rows.</summary>
    /// <param name="end">The end of the file.</param>
    /// <exception cref="RecordingException">There are too few.</exception>
    public TrafficRecording End(TextPlace end)
    {
        if (_rows < 2)
        {
            throw RecordingException.At(
                end, _rows == 0 ? "there are no rows" : "there is one row only, which says nothing of how long it lasts",
                "the end of the file", "write at least two rows of a time and a load");
        }

        if (_unit == LoadUnit.Count)
        {
            Flush(_distance);
        }

        _notes.AddRange(_questions.Of(_rows, isUnitNamed: _isUnitNamed, areTimesNamed: AreTimesNamed || _first.IsDate));
        var duration = _unit == LoadUnit.Counter ? _last : _last + _distance;
        return new TrafficRecording
        {
            Traffic = Traffic.FromSteps(_steps.End(duration)),
            Duration = TimeSpan.FromMilliseconds(duration),
            Start = _first.WallClock,
            Rows = _rows,
            ThinnedTo = _steps.StretchMilliseconds == 1 ? null : TimeSpan.FromMilliseconds(_steps.StretchMilliseconds),
            FilledGaps = _filled,
            Notes = _notes,
        };
    }

    private static double MilliPer(LoadUnit unit) => unit switch
    {
        LoadUnit.PerMinute => 1000d / 60,
        LoadUnit.PerHour => 1000d / 3600,
        _ => 1000,
    };

    private long Begin(in RecordedRow row, long at)
    {
        if (_rows > 0)
        {
            FollowTimes(row, at);
        }

        _rows++;
        _last = at;
        return at;
    }

    private void Take(in RecordedRow row, long at, double? value)
    {
        switch (_unit)
        {
            case LoadUnit.Count:
                (_pendingAt, _pending, _pendingPlace) = (at, value, row.RatePlace);
                if (value is null)
                {
                    FillValue(row, at);
                }

                break;
            case LoadUnit.Counter:
                Increase(row, at, value);
                break;
            default:
                if (value is { } known)
                {
                    _questions.SeeValue(known);
                    Change(at, known * _milliPerUnit, row.RatePlace, row.Rate);
                }
                else
                {
                    FillValue(row, at);
                }

                break;
        }
    }

    private void Change(long at, double milli, TextPlace place, ReadOnlySpan<char> text)
    {
        if (milli > Traffic.MaximumRate * 1000d)
        {
            throw RecordingException.At(
                place, _milliPerUnit == 1000 && _unit == LoadUnit.PerSecond ? "the load is above 100000" : "the load is above 100000 requests per second", text,
                _isUnitNamed ? RecordedValue.Right : $"{RecordedValue.Right}, or say what it is with --unit ({LoadUnits.Expected})");
        }

        _steps.Change(at, (long)Math.Round(milli));
    }

    private void FillValue(in RecordedRow row, long at)
    {
        if (reading.Gaps == GapRule.Refuse)
        {
            throw RecordingException.Gap(row.RatePlace, RecordedValue.IsNothing(row.Rate) ? "the load is missing" : "the load is NaN", row.Rate, GapAdvice);
        }

        _filled++;
        if (reading.Gaps == GapRule.Zero || _rows == 1)
        {
            _steps.Change(at, 0);
        }
    }

    // What came between two values is known, also when rows or values between them are missing.
    private void Increase(in RecordedRow row, long at, double? value)
    {
        if (value is not { } counter)
        {
            if (_pending is null)
            {
                FillValue(row, at);
            }

            return;
        }

        if (_pending is { } before)
        {
            if (counter < before && _counterName is { } name)
            {
                throw RecordingException.At(
                    row.RatePlace, $"by its name, {name} is a counter, and it falls here from {before.ToString("R", CultureInfo.InvariantCulture)}", row.Rate,
                    "say what it is: --unit counter (restarted here), --unit count (requests in each row) or --unit req/s");
            }

            Change(_pendingAt, (counter >= before ? counter - before : counter) * Second * 1000 / (at - _pendingAt), row.RatePlace, row.Rate);
        }

        (_pendingAt, _pending) = (at, counter);
    }

    private void Flush(long length)
    {
        if (_pending is { } count)
        {
            Change(_pendingAt, count * Second * 1000 / length, _pendingPlace, count.ToString("R", CultureInfo.InvariantCulture));
            _pending = null;
        }
    }

    private long TimeOf(in RecordedRow row)
    {
        if (!RecordedTime.TryRead(row.Time, out var time))
        {
            throw RecordingException.At(row.TimePlace, "the time is not one", row.Time, RecordedTime.Expected);
        }

        return Since(
            SecondsPerTime != 1 && !time.IsDate && time.WallClock is null ? time with { Milliseconds = (long)Math.Round(time.Milliseconds * SecondsPerTime) } : time,
            row);
    }

    private long Since(RecordedTime time, in RecordedRow row)
    {
        if (_rows == 0)
        {
            _first = time;
            _questions.SeeFirstTime(time.Milliseconds);
        }

        return time.IsDate == _first.IsDate
            ? time.Milliseconds - _first.Milliseconds
            : throw RecordingException.At(
                row.TimePlace, time.IsDate ? "the time is a date, and those before are numbers" : "the time is a number, and those before are dates",
                row.Time, "write all times in the same way");
    }

    private void FollowTimes(in RecordedRow row, long at)
    {
        var distance = at - _last;
        if (distance <= 0)
        {
            throw RecordingException.Order(
                row.TimePlace, distance == 0 ? "the time is there twice" : "the time is before that of the row above",
                row.Time, "sort the rows by time, and keep one for each");
        }

        if (at > SimulationTime.Longest.WholeMilliseconds())
        {
            throw RecordingException.At(
                row.TimePlace, $"the time is more than {Text(SimulationTime.Longest)} after the first, the longest run",
                row.Time, "cut the recording");
        }

        _questions.SeeDistance(distance);
        var isGap = _unit != LoadUnit.Counter && _equalDistances >= EqualDistances && 2 * distance >= 3 * _distance;
        if (_unit == LoadUnit.Count)
        {
            Flush(isGap ? _distance : distance);
        }

        if (isGap)
        {
            FillGap(row, distance);
            return;
        }

        _equalDistances = 4 * Math.Abs(distance - _distance) <= _distance ? _equalDistances + 1 : 1;
        _distance = _equalDistances == 1 ? distance : _distance;
    }

    private void FillGap(in RecordedRow row, long distance)
    {
        if (reading.Gaps == GapRule.Refuse)
        {
            throw RecordingException.Gap(
                row.TimePlace,
                $"rows are missing: it comes {Text(TimeSpan.FromMilliseconds(distance))} after the row above, "
                    + $"and those before were {Text(TimeSpan.FromMilliseconds(_distance))} apart",
                row.Time, GapAdvice);
        }

        _filled++;
        if (reading.Gaps == GapRule.Zero)
        {
            _steps.Change(_last + _distance, 0);
        }
    }

    private static string Text(TimeSpan duration) => PrometheusDuration.Format(duration);
}
