namespace KedaStack.Scaling.Hpa;

/// <summary>Which HPA controller is modelled: its flags and the rules that changed between Kubernetes versions.</summary>
public sealed record HpaSemantics
{
    // Which release changed it was not determined; 1.19 is the last one read that has it.
    private const int LastSeenWithSameDirection = 19;

    /// <summary>The minor version of the newest Kubernetes that is modelled.</summary>
    public const int NewestMinor = 35;

    /// <summary>Kubernetes 1.35 as AKS runs it: the default flags.</summary>
    public static HpaSemantics Default { get; } = new();

    /// <summary>The time between two reconciles of one HPA, without the time that its metric calls take.</summary>
    /// <value>The default is 15 s (podautoscaler/config/v1alpha1/defaults.go).</value>
    public TimeSpan SyncPeriod { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The controller's tolerance.</summary>
    /// <value>The default is 0.1.</value>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>The form of the tolerance.</summary>
    /// <value>The default is <see cref="ToleranceForm.Interval"/> (1.33 and later).</value>
    public ToleranceForm ToleranceForm { get; init; } = ToleranceForm.Interval;

    /// <summary>Whether behavior may set tolerances of its own (feature gate HPAConfigurableTolerance).</summary>
    /// <value>The default is true (on since 1.35; off in 1.33 and 1.34).</value>
    public bool ConfigurableTolerance { get; init; } = true;

    /// <summary>The scale-down stabilization window where the HPA says nothing.</summary>
    /// <value>The default is 300 s.</value>
    public TimeSpan DownscaleStabilization { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How behavior looks back on scale events.</summary>
    /// <value>The default is <see cref="Hpa.ScaleEventAccounting.BothDirections"/>.</value>
    public ScaleEventAccounting ScaleEventAccounting { get; init; } = ScaleEventAccounting.BothDirections;

    /// <summary>Whether a new HPA is reconciled at once; released versions wait up to one sync period.</summary>
    /// <value>The default is false.</value>
    public bool FirstSyncAtOnce { get; init; }

    /// <summary>Without behavior, the factor of the current replicas that one sync may reach (scaleUpLimitFactor).</summary>
    /// <value>The default is 2; no flag sets it, upstream's tests do.</value>
    public int LegacyScaleUpLimitFactor { get; init; } = 2;

    /// <summary>Without behavior, the replicas that one sync may always reach (scaleUpLimitMinimum).</summary>
    /// <value>The default is 4.</value>
    public int LegacyScaleUpLimitMinimum { get; init; } = 4;

    /// <summary>The rules of a Kubernetes version.</summary>
    /// <param name="minor">The minor version: 35 for 1.35.</param>
    public static HpaSemantics ForKubernetes(int minor) => new()
    {
        ToleranceForm = minor >= 33 ? ToleranceForm.Interval : ToleranceForm.AbsoluteDifference,
        ConfigurableTolerance = minor >= 35,
        ScaleEventAccounting = minor > LastSeenWithSameDirection ? ScaleEventAccounting.BothDirections : ScaleEventAccounting.SameDirection,
    };
}
