namespace KedaStack.Scaling.Prometheus.Rates;

/// <summary>The range of a <c>rate()</c>, and which samples of it count.</summary>
/// <param name="atMilliseconds">The time, which is the end of the range.</param>
/// <param name="windowMilliseconds">Its length; above 0.</param>
/// <param name="lagMilliseconds">How old the newest sample is that is visible.</param>
/// <param name="engine">The rules.</param>
internal readonly struct RateRange(long atMilliseconds, long windowMilliseconds, long lagMilliseconds, PrometheusEngine engine)
{
    private const double Second = 1000.0;

    /// <summary>The end of the range.</summary>
    public long AtMilliseconds { get; } = atMilliseconds;

    /// <summary>The start of the range.</summary>
    public long StartMilliseconds { get; } = atMilliseconds - windowMilliseconds;

    /// <summary>The oldest time that counts.</summary>
    public long OldestMilliseconds { get; } = atMilliseconds - windowMilliseconds + (engine == PrometheusEngine.LeftOpen3 ? 1 : 0);

    /// <summary>The newest time that is visible.</summary>
    public long NewestMilliseconds { get; } = atMilliseconds - lagMilliseconds;

    /// <summary>The length of the range.</summary>
    public double WindowSeconds { get; } = windowMilliseconds / Second;

    /// <summary>The rules.</summary>
    public PrometheusEngine Engine { get; } = engine;
}
