namespace KedaStack.Scaling.Simulation.Load;

/// <summary>Collects steps and slopes in the order of time.</summary>
internal sealed class TrafficBuilder
{
    private const long Second = 1000;
    private const long MostStepsOfSlope = 7200;

    private readonly List<TrafficStep> _steps = [];

    /// <summary>The time of the last step; -1 before the first.</summary>
    public long LastMilliseconds => _steps.Count == 0 ? -1 : _steps[^1].AtMilliseconds;

    /// <summary>Jumps to a load at a time, which is after the last one, or the same to replace it.</summary>
    public TrafficBuilder Step(long atMilliseconds, long milli)
    {
        if (atMilliseconds == LastMilliseconds)
        {
            _steps.RemoveAt(_steps.Count - 1);
        }

        _steps.Add(new TrafficStep(atMilliseconds, milli));
        return this;
    }

    /// <summary>
    /// Goes evenly from the last load to another, which is reached at a time; each second has the load of its
    /// middle. Slopes of more than two hours have longer steps, so that they stay small.
    /// </summary>
    public TrafficBuilder Slope(long toMilliseconds, long milli)
    {
        var (from, start) = (LastMilliseconds, _steps[^1].MilliRequestsPerSecond);
        var length = toMilliseconds - from;
        var step = Second * (1 + ((length - 1) / (Second * MostStepsOfSlope)));
        for (var offset = 0L; offset < length; offset += step)
        {
            var middle = offset + (Math.Min(step, length - offset) / 2);
            Step(from + offset, start + (long)Math.Round((decimal)(milli - start) * middle / length));
        }

        return Step(toMilliseconds, milli);
    }

    /// <summary>The load.</summary>
    public Traffic Build() => Traffic.FromSteps(_steps);
}
