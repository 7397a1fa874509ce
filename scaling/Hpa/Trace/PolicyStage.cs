using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa.Trace;

/// <summary>What one scaling policy allows, with its numbers.</summary>
/// <param name="Direction">The direction.</param>
/// <param name="Policy">The policy.</param>
/// <param name="CurrentReplicas">The current replicas.</param>
/// <param name="Added">The replicas that this HPA added within the policy's period.</param>
/// <param name="Removed">The replicas that it removed.</param>
/// <param name="PeriodStartReplicas">The size a period ago, as far as the HPA itself changed it.</param>
/// <param name="Allowed">The furthest count that the policy allows.</param>
public readonly record struct PolicyStage(
    ScalingDirection Direction,
    ScalingPolicy Policy,
    int CurrentReplicas,
    int Added,
    int Removed,
    int PeriodStartReplicas,
    int Allowed);
