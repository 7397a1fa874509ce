namespace KedaStack.Scaling.Hpa.Semantics;

/// <summary>Which HPA controller is modelled: its flags and the rules that changed between Kubernetes versions.</summary>
public sealed record HpaSemantics
{
    // Which release changed it was not determined; 1.19 is the last one read that has it.
    private const int LastSeenWithSameDirection = 19;
    private const int SeveralWorkersSince = 26;
    private const int IntervalSince = 33;
    private const int ConfigurableToleranceSince = 35;
    private const int ChangesAtOnceSince = 37;
    private const int ScaleToZeroSince = 37;

    /// <summary>The minor version of the newest Kubernetes that is modelled; later ones are followed by its rules.</summary>
    public const int NewestMinor = 37;

    /// <summary>The minor version whose rules hold where nothing is said. Those of 1.36 are the same.</summary>
    public const int DefaultMinor = 35;

    /// <summary>Kubernetes 1.35 as AKS runs it: the default flags.</summary>
    public static HpaSemantics Default { get; } = new();

    /// <summary>The newest Kubernetes that is modelled.</summary>
    public static HpaSemantics Newest { get; } = ForKubernetes(NewestMinor);

    /// <summary>The time between two reconciles of one HPA, without the time that its metric calls take.</summary>
    /// <value>The default is 15 s (podautoscaler/config/v1alpha1/defaults.go).</value>
    public TimeSpan SyncPeriod { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many HPAs are reconciled at a time, of all in the cluster (concurrent-horizontal-pod-autoscaler-syncs).</summary>
    /// <value>The default is 5 (1.26 and later, pull request 108501 of kubernetes/kubernetes; 1 before).</value>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>The controller's tolerance.</summary>
    /// <value>The default is 0.1.</value>
    public double Tolerance { get; init; } = 0.1;

    /// <summary>The form of the tolerance.</summary>
    /// <value>The default is <see cref="ToleranceForm.Interval"/> (1.33 and later).</value>
    public ToleranceForm ToleranceForm { get; init; } = ToleranceForm.Interval;

    /// <summary>Whether behavior may set tolerances of its own (feature gate HPAConfigurableTolerance).</summary>
    /// <value>The default is true (on since 1.35, stable in 1.37; off in 1.33 and 1.34).</value>
    public bool ConfigurableTolerance { get; init; } = true;

    /// <summary>The scale-down stabilization window where the HPA says nothing.</summary>
    /// <value>The default is 300 s.</value>
    public TimeSpan DownscaleStabilization { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long after its start a pod's cpu is only believed when it is Ready and was measured since (horizontal-pod-autoscaler-cpu-initialization-period).</summary>
    /// <value>The default is 5 min.</value>
    public TimeSpan CpuInitializationPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A pod that stopped being Ready within this time of its start was never Ready (horizontal-pod-autoscaler-initial-readiness-delay).</summary>
    /// <value>The default is 30 s.</value>
    public TimeSpan InitialReadinessDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How behavior looks back on scale events.</summary>
    /// <value>The default is <see cref="Semantics.ScaleEventAccounting.BothDirections"/>.</value>
    public ScaleEventAccounting ScaleEventAccounting { get; init; } = ScaleEventAccounting.BothDirections;

    /// <summary>
    /// Whether a new HPA, and one whose spec has changed, is reconciled at once; else after what is left of its sync period
    /// (pull request 138294 of kubernetes/kubernetes).
    /// </summary>
    /// <value>The default is false (1.37 and later).</value>
    public bool ReconcilesChangesAtOnce { get; init; }

    /// <summary>
    /// Whether an HPA may have a minimum of 0 and scales from 0 what it scaled to 0 itself, told by its condition ScaledToZero
    /// (feature gate HPAScaleToZero; https://kep.k8s.io/2021). KEDA's HPAs, with a minimum of at least 1, scale as before.
    /// </summary>
    /// <value>The default is false (beta and on in 1.37; off until 1.36).</value>
    public bool ScaleToZero { get; init; }

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
        ConcurrentSyncs = minor >= SeveralWorkersSince ? 5 : 1,
        ToleranceForm = minor >= IntervalSince ? ToleranceForm.Interval : ToleranceForm.AbsoluteDifference,
        ConfigurableTolerance = minor >= ConfigurableToleranceSince,
        ReconcilesChangesAtOnce = minor >= ChangesAtOnceSince,
        ScaleToZero = minor >= ScaleToZeroSince,
        ScaleEventAccounting = minor > LastSeenWithSameDirection ? ScaleEventAccounting.BothDirections : ScaleEventAccounting.SameDirection,
    };
}
