namespace KedaStack.Scaling.Simulation.TimeAndChance;

/// <summary>
/// The random times of a run. Each depends only on the seed, its purpose and what it is for, not on how many were drawn
/// before, so that one more pod changes nothing for the others.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="resolutionMilliseconds">Times are cut down to multiples of this; 1 or more.</param>
public sealed class SimulationDraws(ulong seed, long resolutionMilliseconds = 1)
{
    /// <summary>A time from 0 to below a bound.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="index">Which one, such as the number of the pod.</param>
    /// <param name="boundMilliseconds">The bound; above 0.</param>
    public long Below(DrawPurpose purpose, long index, long boundMilliseconds)
    {
        var root = new SplitMix64(seed ^ ((ulong)purpose << 56));
        var value = new SplitMix64(root.Next() ^ (ulong)index).Below(boundMilliseconds);
        return value - (value % resolutionMilliseconds);
    }

    /// <summary>A delay of a range, both ends included.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="index">Which one, such as the number of the pod.</param>
    /// <param name="range">The range.</param>
    public long Within(DrawPurpose purpose, long index, DelayRange range)
    {
        var shortest = range.Shortest.WholeMilliseconds();
        return shortest + Below(purpose, index, range.Longest.WholeMilliseconds() - shortest + 1);
    }
}
