namespace KedaStack.Scaling.Prometheus.Rates;

/// <summary>What <c>rate()</c> made of one series, with the number of every step; durations in seconds.</summary>
public readonly record struct RateEvaluation
{
    /// <summary>The samples in the range, without staleness markers. With fewer than two there is no result.</summary>
    public int Samples { get; init; }

    /// <summary>The first sample of the range.</summary>
    public Sample First { get; init; }

    /// <summary>The last sample of the range.</summary>
    public Sample Last { get; init; }

    /// <summary>How often the counter fell, which is taken for a restart from 0.</summary>
    public int Resets { get; init; }

    /// <summary>The increase from the first to the last sample, with what the resets hid.</summary>
    public double Increase { get; init; }

    /// <summary>The time from the first to the last sample.</summary>
    public double SampledSeconds { get; init; }

    /// <summary>The distance from the start of the range to the first sample.</summary>
    public double ToStartSeconds { get; init; }

    /// <summary>How far back the counter would have been 0; infinite when it does not grow.</summary>
    public double ToZeroSeconds { get; init; }

    /// <summary>The distance from the last sample to the end of the range.</summary>
    public double ToEndSeconds { get; init; }

    /// <summary>How far the increase is extended to the left.</summary>
    public double LeftSeconds { get; init; }

    /// <summary>How far the increase is extended to the right.</summary>
    public double RightSeconds { get; init; }

    /// <summary>The range, by which the extended increase is divided however little of it the samples cover.</summary>
    public double WindowSeconds { get; init; }

    /// <summary>The rate per second; 0 without a result.</summary>
    public double Rate { get; init; }

    /// <summary>Whether there is a result. A series without one is absent, which is not 0.</summary>
    public bool HasResult => Samples >= 2;
}
