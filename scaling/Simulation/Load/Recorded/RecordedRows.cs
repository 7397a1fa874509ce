using System.Buffers;
using System.Globalization;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>
/// Makes a load of rows, one after the other, in bounded memory. Rows are <em>regular</em> once three distances in a row are
/// the same to within a quarter; from then on a distance of one and a half times that is a gap.
/// </summary>
/// <param name="gaps">What gaps mean.</param>
/// <param name="mostSteps">The most steps that are kept.</param>
internal sealed class RecordedRows(GapRule gaps, int mostSteps)
{
    private const int EqualDistances = 3;
    private const string GapAdvice = "complete the recording, or choose what gaps mean";

    private static readonly SearchValues<char> _numberCharacters = SearchValues.Create("-+.0123456789");

    private readonly StepThinner _steps = new(mostSteps);
    private RecordedTime _first;
    private long _last;
    private long _distance;
    private int _equalDistances;
    private long _rows;
    private long _filled;

    /// <summary>Adds a row.</summary>
    /// <exception cref="RecordingException">The row cannot be used.</exception>
    public void Add(in RecordedRow row)
    {
        var at = TimeOf(row);
        if (_rows > 0)
        {
            FollowTimes(row, at);
        }

        if (RateOf(row) is { } milli)
        {
            _steps.Change(at, milli);
        }
        else if (gaps == GapRule.Refuse)
        {
            throw RecordingException.Gap(row.RatePlace, IsNothing(row.Rate) ? "the load is missing" : "the load is NaN", row.Rate, GapAdvice);
        }
        else
        {
            _filled++;
            if (gaps == GapRule.Zero || _rows == 0)
            {
                _steps.Change(at, 0);
            }
        }

        _rows++;
        _last = at;
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

        var duration = _last + _distance;
        return new TrafficRecording
        {
            Traffic = Traffic.FromSteps(_steps.End(duration)),
            Duration = TimeSpan.FromMilliseconds(duration),
            Start = _first.WallClock,
            Rows = _rows,
            ThinnedTo = _steps.StretchMilliseconds == 1 ? null : TimeSpan.FromMilliseconds(_steps.StretchMilliseconds),
            FilledGaps = _filled,
        };
    }

    private long TimeOf(in RecordedRow row)
    {
        if (!RecordedTime.TryRead(row.Time, out var time))
        {
            throw RecordingException.At(row.TimePlace, "the time is not one", row.Time, RecordedTime.Expected);
        }

        if (_rows == 0)
        {
            _first = time;
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
            throw RecordingException.At(
                row.TimePlace, distance == 0 ? "the time is there twice" : "the time is before that of the row above",
                row.Time, "sort the rows by time, and keep one for each");
        }

        if (at > SimulationTime.Longest.WholeMilliseconds())
        {
            throw RecordingException.At(
                row.TimePlace, $"the time is more than {Text(SimulationTime.Longest)} after the first, the longest run",
                row.Time, "cut the recording");
        }

        if (_equalDistances >= EqualDistances && 2 * distance >= 3 * _distance)
        {
            FillGap(row, distance);
            return;
        }

        _equalDistances = 4 * Math.Abs(distance - _distance) <= _distance ? _equalDistances + 1 : 1;
        _distance = _equalDistances == 1 ? distance : _distance;
    }

    private void FillGap(in RecordedRow row, long distance)
    {
        if (gaps == GapRule.Refuse)
        {
            throw RecordingException.Gap(
                row.TimePlace,
                $"rows are missing: it comes {Text(TimeSpan.FromMilliseconds(distance))} after the row above, "
                    + $"and those before were {Text(TimeSpan.FromMilliseconds(_distance))} apart",
                row.Time, GapAdvice);
        }

        _filled++;
        if (gaps == GapRule.Zero)
        {
            _steps.Change(_last + _distance, 0);
        }
    }

    private static long? RateOf(in RecordedRow row)
    {
        const string Right = "write requests per second, a number from 0 to 100000 with a decimal point";
        if (IsNothing(row.Rate))
        {
            return null;
        }

        if (!double.TryParse(row.Rate, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate))
        {
            throw HasUnit(row.Rate)
                ? RecordingException.At(
                    row.RatePlace, "the load has a unit", row.Rate,
                    "write the number alone, in requests per second; in the inspector of a Grafana panel, switch off \"Formatted data\"")
                : RecordingException.At(row.RatePlace, "the load is not a number", row.Rate, Right);
        }

        return rate switch
        {
            double.NaN => null,
            < 0 => throw RecordingException.At(row.RatePlace, "the load is negative", row.Rate, Right),
            > Traffic.MaximumRate => throw RecordingException.At(row.RatePlace, "the load is above 100000", row.Rate, Right),
            _ => (long)Math.Round(rate * 1000),
        };
    }

    // Grafana's exports have words for it.
    private static bool IsNothing(ReadOnlySpan<char> rate) => rate is "" or "null" or "undefined";

    private static bool HasUnit(ReadOnlySpan<char> rate)
    {
        var unit = rate.IndexOfAnyExcept(_numberCharacters);
        return unit > 0 && (rate[unit] is ' ' or '%' || char.IsLetter(rate[unit]));
    }

    private static string Text(TimeSpan duration) => PrometheusDuration.Format(duration);
}
