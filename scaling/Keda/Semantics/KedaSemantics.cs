using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Semantics;

/// <summary>Which KEDA is modelled: the rules that changed between its versions.</summary>
public sealed record KedaSemantics
{
    private const int ReusesObservationsSince = 21;
    private const int RoundedSince = 20;
    private const int PollingCountsSince = 19;
    private const int DirectionAnnotationsSince = 18;
    private const int CpuTypeRemovedSince = 18;

    // Of 2.20: pull requests 7880 and 7914 of kedacore/keda.
    private const int UnsignedSincePatch = 2;

    /// <summary>The minor version of the newest KEDA that is modelled; later ones are followed by its rules.</summary>
    public const int NewestMinor = 21;

    /// <summary>KEDA 2.20.2, which the stack installs unless told otherwise.</summary>
    public static KedaSemantics Default { get; } = new();

    /// <summary>From a value to a quantity.</summary>
    /// <value>The default is <see cref="MilliConversion.Rounded"/> (2.20.2 and later).</value>
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

    /// <summary>Where the ScaledObject shows whether its HPA has a metric.</summary>
    /// <value>The default is <see cref="HpaHealthForm.OwnCondition"/> (2.20.2 and later).</value>
    public HpaHealthForm HpaHealth { get; init; } = HpaHealthForm.OwnCondition;

    /// <summary>
    /// Whether the polling loop takes what the HPA's own requests saw instead of asking the source again, where a poll
    /// cannot change the replicas (<see cref="ScaleLoop.TakesObservations"/>; pull request 8031 of kedacore/keda).
    /// </summary>
    /// <value>The default is false (2.21 and later).</value>
    public bool ReusesObservations { get; init; }

    /// <summary>
    /// Whether an error in answer to the HPA leaves what the polls stored for useCachedMetrics; else it deletes the records of
    /// all triggers, and the next request asks the source (pull request 8073 of kedacore/keda).
    /// </summary>
    /// <value>The default is false (2.21 and later).</value>
    public bool KeepsRecords { get; init; }

    /// <summary>Whether <c>type</c> in the parameters of a cpu or memory trigger is refused.</summary>
    /// <value>The default is true (2.18 and later).</value>
    public bool CpuTypeRemoved { get; init; } = true;

    /// <summary>Whether the commas of a cron trigger stay in its metric's name, which the API refuses then.</summary>
    /// <value>The default is false; true before 2.20.</value>
    public bool CronCommasStay { get; init; }

    /// <summary>What the admission webhook says of settings without effect (<see cref="ScaledObjectWarnings"/>).</summary>
    /// <value>The default is <see cref="AdmissionWarnings.OnlyIdleZeroCounts"/> (2.20).</value>
    public AdmissionWarnings Warnings { get; init; } = AdmissionWarnings.OnlyIdleZeroCounts;

    /// <summary>KEDA's patience with Prometheus where the trigger says nothing (KEDA_HTTP_DEFAULT_TIMEOUT).</summary>
    /// <value>The default is 3 s.</value>
    public TimeSpan HttpTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The rules of a KEDA version.</summary>
    /// <param name="minor">The minor version: 20 for 2.20.</param>
    /// <param name="patch">The patch: 2 for 2.20.2; by default the last one of the minor version.</param>
    public static KedaSemantics ForVersion(int minor, int patch = int.MaxValue)
    {
        var isUnsigned = (minor, patch).CompareTo((RoundedSince, UnsignedSincePatch)) >= 0;
        return new KedaSemantics
        {
            Conversion = isUnsigned ? MilliConversion.Rounded
                : minor >= RoundedSince ? MilliConversion.RoundedSigned
                : MilliConversion.Truncated,
            NanIsNull = minor >= RoundedSince,
            PollingCountsFailures = minor >= PollingCountsSince,
            FallbackIsActive = minor >= PollingCountsSince,
            DirectionAnnotations = minor >= DirectionAnnotationsSince,
            HpaHealth = isUnsigned ? HpaHealthForm.OwnCondition
                : minor >= RoundedSince ? HpaHealthForm.PartOfReady
                : HpaHealthForm.Unknown,
            ReusesObservations = minor >= ReusesObservationsSince,
            KeepsRecords = minor >= ReusesObservationsSince,
            CpuTypeRemoved = minor >= CpuTypeRemovedSince,
            CronCommasStay = minor < RoundedSince,
            Warnings = minor >= ReusesObservationsSince ? AdmissionWarnings.AnyIdleCounts
                : minor >= RoundedSince ? AdmissionWarnings.OnlyIdleZeroCounts
                : AdmissionWarnings.None,
        };
    }
}
