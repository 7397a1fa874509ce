using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>Something that comes again and again: at times that are known, and after these when it is said.</summary>
internal struct Recurrence
{
    private readonly long[] _known;
    private int _place;

    /// <summary>Creates something that has not begun.</summary>
    /// <param name="known">The known times, in order.</param>
    public Recurrence(IReadOnlyList<TimeSpan> known)
    {
        _known = [.. known.Select(time => time.WholeMilliseconds())];
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
    /// <param name="next">When it comes next, unless that is known.</param>
    public void Advance(long next) => Next = _place < _known.Length ? _known[_place++] : next;

    /// <summary>Stops it.</summary>
    public void Stop() => Next = SimulationTime.Never;
}
