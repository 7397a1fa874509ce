using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa.Policies;

/// <summary>
/// One direction of a behavior with every missing part filled in, as the API server and the controller do
/// (pkg/apis/autoscaling/v2/defaults.go, GenerateHPAScaleUpRules and GenerateHPAScaleDownRules).
/// </summary>
public sealed record ResolvedRules
{
    private static readonly ScalingPolicy[] _defaultUp =
    [
        new(ScalingPolicyType.Pods, 4, TimeSpan.FromSeconds(15)),
        new(ScalingPolicyType.Percent, 100, TimeSpan.FromSeconds(15)),
    ];

    private static readonly ScalingPolicy[] _defaultDown =
    [
        new(ScalingPolicyType.Percent, 100, TimeSpan.FromSeconds(15)),
    ];

    /// <summary>The stabilization window.</summary>
    public required long StabilizationWindowMilliseconds { get; init; }

    /// <summary>Which policy decides.</summary>
    public required SelectPolicy SelectPolicy { get; init; }

    /// <summary>The policies; at least one.</summary>
    public required IReadOnlyList<ScalingPolicy> Policies { get; init; }

    /// <summary>The longest period of the policies.</summary>
    public long LongestPeriodMilliseconds => Policies.Max(policy => (long)policy.Period.TotalMilliseconds);

    /// <summary>The rules upwards.</summary>
    /// <param name="rules">What the HPA says; null for nothing.</param>
    public static ResolvedRules Up(ScalingRules? rules) => Resolve(rules, TimeSpan.Zero, _defaultUp);

    /// <summary>The rules downwards.</summary>
    /// <param name="rules">What the HPA says; null for nothing.</param>
    /// <param name="semantics">The controller's scale-down stabilization.</param>
    public static ResolvedRules Down(ScalingRules? rules, HpaSemantics semantics) =>
        Resolve(rules, semantics.DownscaleStabilization, _defaultDown);

    private static ResolvedRules Resolve(ScalingRules? rules, TimeSpan window, ScalingPolicy[] policies) => new()
    {
        StabilizationWindowMilliseconds = (long)(rules?.StabilizationWindow ?? window).TotalMilliseconds,
        SelectPolicy = rules?.SelectPolicy ?? SelectPolicy.Max,
        Policies = rules is { Policies.Count: > 0 } ? rules.Policies : policies,
    };
}
