namespace KedaStack.Scaling.Simulation.Load;

/// <summary>
/// Collects a load in bounded memory. Time is divided into stretches of equal length, each with the mean of its load: at
/// first of 1 ms, which keeps everything, and of twice the length each time that there are too many steps. No request is
/// lost by it: what rounding leaves over is carried into a later stretch.
/// </summary>
/// <param name="mostSteps">The most steps; 4 or more.</param>
internal sealed class StepThinner(int mostSteps)
{
    /// <summary>The most steps of a recording: some 16 MB.</summary>
    public const int MostSteps = 1_000_000;

    // What one call can add: the rest of a stretch, and whole stretches after it.
    private const int MostAdded = 2;

    private List<TrafficStep> _steps = [];
    private List<TrafficStep> _spare = [];
    private long _at;
    private long _load;
    private long _openSince;
    private long _openArea;
    private long _carried;

    /// <summary>The length of the stretches.</summary>
    public long StretchMilliseconds { get; private set; } = 1;

    /// <summary>The load changes.</summary>
    /// <param name="atMilliseconds">When: 0 first, then not before the last time.</param>
    /// <param name="milli">The load from then on.</param>
    public void Change(long atMilliseconds, long milli)
    {
        Advance(atMilliseconds);
        _load = milli;
        while (_steps.Count + MostAdded > mostSteps)
        {
            Coarsen();
        }
    }

    /// <summary>Ends the load.</summary>
    /// <param name="atMilliseconds">When; after the last change.</param>
    /// <returns>The steps; at least one.</returns>
    public IReadOnlyList<TrafficStep> End(long atMilliseconds)
    {
        Advance(atMilliseconds);
        if (_at > _openSince)
        {
            Keep((_openArea + _carried) / (_at - _openSince));
        }

        return _steps;
    }

    private void Advance(long to)
    {
        while (_at < to)
        {
            var end = _openSince + StretchMilliseconds;
            if (_at == _openSince && to >= end)
            {
                Keep(_load);
                _openSince += (to - _openSince) / StretchMilliseconds * StretchMilliseconds;
                _at = _openSince;
                continue;
            }

            var next = Math.Min(to, end);
            _openArea += _load * (next - _at);
            _at = next;
            if (next == end)
            {
                (var mean, _carried) = Math.DivRem(_openArea + _carried, StretchMilliseconds);
                Keep(mean);
                (_openSince, _openArea) = (end, 0);
            }
        }
    }

    private void Keep(long milli)
    {
        if (_steps.Count == 0 || _steps[^1].MilliRequestsPerSecond != milli)
        {
            _steps.Add(new TrafficStep(_openSince, milli));
        }
    }

    private void Coarsen()
    {
        var (at, load, openSince, openArea) = (_at, _load, _openSince, _openArea);
        (_steps, _spare) = (_spare, _steps);
        (_at, _load, _openSince, _openArea) = (0, 0, 0, 0);
        StretchMilliseconds *= 2;
        foreach (var step in _spare)
        {
            Advance(step.AtMilliseconds);
            _load = step.MilliRequestsPerSecond;
        }

        _spare.Clear();
        Advance(openSince);
        _openArea += openArea;
        (_at, _load) = (at, load);
    }
}
