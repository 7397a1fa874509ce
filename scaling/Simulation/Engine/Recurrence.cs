using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>Something that comes again and again: at times that are known, and after these with a period.</summary>
internal struct Recurrence
{
    private readonly long[] _known;
    private readonly long _period;
    private int _place;

    /// <summary>Creates something that has not begun.</summary>
    /// <param name="known">The known times, in order.</param>
    /// <param name="period">The period.</param>
    public Recurrence(IReadOnlyList<TimeSpan> known, long period)
    {
        _known = [.. known.Select(time => time.WholeMilliseconds())];
        _period = period;
        Next = SimulationTime.Never;
    }

    /// <summary>When it comes next; never before it begins and while it is stopped.</summary>
    public long Next { get; private set; }

    /// <summary>Whether its times are known.</summary>
    public readonly bool IsKnown => _known.Length > 0;

    /// <summary>Begins it, also anew.</summary>
    /// <param name="at">When it comes first, unless its times are known: then those from now on count, and one that is still to come stays.</param>
    /// <param name="now">Now.</param>
    public void Begin(long at, long now)
    {
        if (IsKnown && Next >= now && Next != SimulationTime.Never)
        {
            return;
        }

        while (_place < _known.Length && _known[_place] < now)
        {
            _place++;
        }

        Next = _place < _known.Length ? _known[_place++] : at;
    }

    /// <summary>Goes on after it came.</summary>
    public void Advance() => Next = _place < _known.Length ? _known[_place++] : Next + _period;

    /// <summary>Stops it.</summary>
    public void Stop() => Next = SimulationTime.Never;
}
