namespace KedaStack.Scaling.Hpa.Spec;

/// <summary>
/// One direction of an HPA's behavior (autoscaling/v2 HPAScalingRules). What is not said is filled in by the API
/// server, each field on its own; giving policies replaces the whole default list.
/// </summary>
public sealed record ScalingRules
{
    /// <summary>The longest stabilization window that the API server accepts.</summary>
    public static readonly TimeSpan MaximumStabilizationWindow = TimeSpan.FromSeconds(3600);

    /// <summary>The stabilization window; whole seconds, 0 to 3,600 s.</summary>
    /// <value>Null: 0 s up, 300 s down.</value>
    public TimeSpan? StabilizationWindow { get; init; }

    /// <summary>The policies.</summary>
    /// <value>Empty: 4 pods or 100 percent in 15 s up, 100 percent in 15 s down.</value>
    public IReadOnlyList<ScalingPolicy> Policies { get; init; } = [];

    /// <summary>Which policy decides.</summary>
    /// <value>Null: <see cref="Spec.SelectPolicy.Max"/>.</value>
    public SelectPolicy? SelectPolicy { get; init; }

    /// <summary>The tolerance of this direction, as a share: 0.05 is 5 percent; 0 or more.</summary>
    /// <value>Null: the controller's, 0.1. Kubernetes before 1.35 ignores it unless the feature gate
    /// HPAConfigurableTolerance is on.</value>
    public decimal? Tolerance { get; init; }

    /// <summary>Whether nothing is said about this direction.</summary>
    public bool IsEmpty =>
        StabilizationWindow is null && Policies.Count == 0 && SelectPolicy is null && Tolerance is null;
}
