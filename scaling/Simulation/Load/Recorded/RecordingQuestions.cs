namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>What the rows of a recording make doubtful, and nothing in it says: whether the load is a counter, and the times are numbers of rows.</summary>
internal sealed class RecordingQuestions
{
    private const int LeastRows = 3;

    private double _previous = double.NegativeInfinity;
    private double _first = double.NaN;
    private bool _mayCount = true;
    private bool _mayBeNumbers = true;

    /// <summary>Sees a value. Whole numbers that never fall may be a counter, and a ramp.</summary>
    /// <param name="value">The value.</param>
    public void SeeValue(double value)
    {
        _mayCount &= value >= _previous && value == Math.Floor(value);
        _first = double.IsNaN(_first) ? value : _first;
        _previous = value;
    }

    /// <summary>Sees the first time. Numbers of rows begin with 0 or 1.</summary>
    /// <param name="milliseconds">The time, read as seconds.</param>
    public void SeeFirstTime(long milliseconds) => _mayBeNumbers = milliseconds is 0 or 1000;

    /// <summary>Sees how far a row is from the one before it.</summary>
    /// <param name="milliseconds">The distance.</param>
    public void SeeDistance(long milliseconds) => _mayBeNumbers &= milliseconds == 1000;

    /// <summary>The questions; none about few rows.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="isUnitNamed">Whether the unit is known.</param>
    /// <param name="areTimesNamed">Whether it is known what the times are.</param>
    public IEnumerable<string> Of(long rows, bool isUnitNamed, bool areTimesNamed)
    {
        if (!isUnitNamed && _mayCount && rows >= LeastRows && _previous > _first)
        {
            yield return "The load is whole numbers that never fall, read as requests per second: is it a counter? Then --unit counter.";
        }

        if (_mayBeNumbers && !areTimesNamed && rows >= LeastRows)
        {
            yield return "The times count 0, 1, 2, ... and are read as seconds: are they numbers of rows? Then write the time of each row.";
        }
    }
}
