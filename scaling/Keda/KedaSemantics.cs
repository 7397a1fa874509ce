namespace KedaStack.Scaling.Keda;

/// <summary>Which KEDA is modelled: the rules that changed between its versions.</summary>
public sealed record KedaSemantics
{
    private const int RoundedSince = 20;
    private const int PollingCountsSince = 19;
    private const int DirectionAnnotationsSince = 18;

    /// <summary>The minor version of the newest KEDA that is modelled.</summary>
    public const int NewestMinor = 20;

    /// <summary>KEDA 2.20.2.</summary>
    public static KedaSemantics Default { get; } = new();

    /// <summary>From a value to a quantity.</summary>
    /// <value>The default is <see cref="MilliConversion.Rounded"/> (2.20 and later).</value>
    public MilliConversion Conversion { get; init; } = MilliConversion.Rounded;

    /// <summary>Whether NaN is treated as infinity is: 0 with ignoreNullValues, else an error.</summary>
    /// <value>The default is true (2.20 and later); before, it went on to the HPA as a huge negative number.</value>
    public bool NanIsNull { get; init; } = true;

    /// <summary>Whether the polling loop's failures count for the fallback, not only those of the HPA's requests.</summary>
    /// <value>The default is true (2.19 and later).</value>
    public bool PollingCountsFailures { get; init; } = true;

    /// <summary>Whether a trigger on its fallback counts as active.</summary>
    /// <value>The default is true (2.19 and later).</value>
    public bool FallbackIsActive { get; init; } = true;

    /// <summary>Whether the annotations paused-scale-in, paused-scale-out and force-activation are known.</summary>
    /// <value>The default is true (2.18 and later).</value>
    public bool DirectionAnnotations { get; init; } = true;

    /// <summary>KEDA's patience with Prometheus where the trigger says nothing (KEDA_HTTP_DEFAULT_TIMEOUT).</summary>
    /// <value>The default is 3 s.</value>
    public TimeSpan HttpTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The rules of a KEDA version.</summary>
    /// <param name="minor">The minor version: 20 for 2.20.</param>
    public static KedaSemantics ForVersion(int minor) => new()
    {
        Conversion = minor >= RoundedSince ? MilliConversion.Rounded : MilliConversion.Truncated,
        NanIsNull = minor >= RoundedSince,
        PollingCountsFailures = minor >= PollingCountsSince,
        FallbackIsActive = minor >= PollingCountsSince,
        DirectionAnnotations = minor >= DirectionAnnotationsSince,
    };
}
