namespace KedaStack.Scaling.Simulation.TimeAndChance;

/// <summary>
/// Vigna's SplitMix64 (https://prng.di.unimi.it/splitmix64.c): the same seed gives the same numbers on every platform and
/// in every version of .NET, which <see cref="Random"/> does not promise. Not for secrets.
/// </summary>
/// <param name="seed">Any number.</param>
public struct SplitMix64(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += Step;
        return Mix(_state);
    }

    /// <summary>The next whole number from 0 to below a bound: the upper half of a 128-bit product, without rejection.</summary>
    /// <param name="bound">The bound; above 0. The bias is below bound / 2^64.</param>
    public long Below(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (long)Math.BigMul(Next(), (ulong)bound, out _);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
