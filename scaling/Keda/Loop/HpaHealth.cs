using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Scaling.Keda.Loop;

/// <summary>
/// What a ScaledObject says of its HPA's condition ScalingActive, each time its polling loop has decided
/// (https://github.com/kedacore/keda/blob/v2.20.2/pkg/scaling/executor/scale_scaledobjects.go, checkHPAHealth; of v2.20.1 for Ready).
/// </summary>
public static class HpaHealth
{
    private static readonly TimeSpan _gracePeriod = TimeSpan.FromMinutes(1);

    /// <summary>The condition HPAActive; null when it stays as it was, or does not exist in this version (up to 2.20.1).</summary>
    /// <param name="scalingActive">The HPA's condition ScalingActive; null when it has none yet or could not be read.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static ScaledObjectCondition? HpaActive(HpaCondition? scalingActive, KedaSemantics? semantics = null)
    {
        if (scalingActive is null || (semantics ?? KedaSemantics.Default).HpaHealth != HpaHealthForm.OwnCondition)
        {
            return null;
        }

        return scalingActive switch
        {
            { Status: true } => new ScaledObjectCondition(ConditionStatus.True, "HPAActive", "HPA is actively scaling"),
            { Reason: HpaConditionReason.ScalingDisabled } =>
                new ScaledObjectCondition(ConditionStatus.True, scalingActive.Reason.ToString(), scalingActive.Message),
            _ => new ScaledObjectCondition(
                ConditionStatus.False, scalingActive.Reason.ToString(), "HPA is not actively scaling: " + scalingActive.Message),
        };
    }

    /// <summary>The condition Ready: the loop's own, which KEDA 2.20.0 and 2.20.1 set to False for an HPA without a metric.</summary>
    /// <param name="ready">The loop's own.</param>
    /// <param name="scalingActive">The HPA's condition ScalingActive; null when it has none yet or could not be read.</param>
    /// <param name="hpaAge">The age of the HPA, which in its first minute is not looked at.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static ScaledObjectCondition Ready(
        ScaledObjectCondition ready, HpaCondition? scalingActive, TimeSpan hpaAge, KedaSemantics? semantics = null)
    {
        var isHealthy = scalingActive is null or { Status: true } or { Reason: HpaConditionReason.ScalingDisabled };
        if (isHealthy || hpaAge < _gracePeriod || (semantics ?? KedaSemantics.Default).HpaHealth != HpaHealthForm.PartOfReady)
        {
            return ready;
        }

        return ready.Status == ConditionStatus.True
            ? new ScaledObjectCondition(
                ConditionStatus.False,
                "HPAMetricsUnavailable",
                $"ScaledObject is configured correctly but HPA is not healthy: {scalingActive!.Reason}")
            : new ScaledObjectCondition(
                ConditionStatus.False,
                "ScalingDegraded",
                $"Not ready because HPA is not healthy: {scalingActive!.Reason} and SO is not healthy: {ready.Reason} - {ready.Message}");
    }
}
