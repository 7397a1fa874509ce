namespace KedaStack.Scaling.Prometheus;

/// <summary>One sample of a series.</summary>
/// <param name="TimestampMilliseconds">When it was scraped.</param>
/// <param name="Value">The value; NaN may be one, a staleness marker is none.</param>
public readonly record struct Sample(long TimestampMilliseconds, double Value)
{
    // model/value: StaleNaN, a NaN that no arithmetic makes.
    private const long StaleBits = 0x7ff0000000000002;

    /// <summary>Whether this is a staleness marker, written when a series or its target went away.</summary>
    public bool IsStale => BitConverter.DoubleToInt64Bits(Value) == StaleBits;

    /// <summary>A staleness marker.</summary>
    /// <param name="timestampMilliseconds">When the series went away.</param>
    public static Sample Stale(long timestampMilliseconds) => new(timestampMilliseconds, BitConverter.Int64BitsToDouble(StaleBits));
}
