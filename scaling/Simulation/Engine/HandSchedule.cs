using KedaStack.Scaling.Simulation.Hands;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>The hands of a run in the order of time.</summary>
internal sealed class HandSchedule
{
    private readonly Hand[] _hands;
    private readonly long _begin;
    private int _next;

    /// <summary>Creates the schedule.</summary>
    /// <param name="hands">The hands.</param>
    /// <param name="begin">When the time begins that theirs are counted from.</param>
    public HandSchedule(IReadOnlyList<Hand> hands, long begin)
    {
        (_hands, _begin) = ([.. hands.OrderBy(hand => hand.At)], begin);
        NextChange = Next();
    }

    /// <summary>When the next hand is done.</summary>
    public long NextChange { get; private set; }

    /// <summary>The next hand, which is done with that.</summary>
    public Hand Take()
    {
        var hand = _hands[_next++];
        NextChange = Next();
        return hand;
    }

    private long Next() => _next < _hands.Length ? _begin + _hands[_next].At.WholeMilliseconds() : SimulationTime.Never;
}
