using KedaStack.Scaling.Simulation.Hands;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine;

/// <summary>The hands of a run in the order of time.</summary>
/// <param name="hands">The hands.</param>
/// <param name="begin">When the time begins that theirs are counted from.</param>
internal sealed class HandSchedule(IReadOnlyList<Hand> hands, long begin)
{
    private readonly Hand[] _hands = [.. hands.OrderBy(hand => hand.At)];
    private int _next;

    /// <summary>When the next hand is done.</summary>
    public long NextChange => _next < _hands.Length ? begin + _hands[_next].At.WholeMilliseconds() : SimulationTime.Never;

    /// <summary>The next hand, which is done with that.</summary>
    public Hand Take() => _hands[_next++];
}
