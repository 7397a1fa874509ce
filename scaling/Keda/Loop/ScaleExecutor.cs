namespace KedaStack.Scaling.Keda.Loop;

/// <summary>
/// KEDA's own scaling, from and to 0 or idle replicas; between 1 and the maximum it leaves everything to the HPA
/// (https://github.com/kedacore/keda/blob/v2.20.2/pkg/scaling/executor/scale_scaledobjects.go, RequestScale).
/// </summary>
public static class ScaleExecutor
{
    /// <summary>Decides; the first row that matches.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="check">What the loop knows.</param>
    public static ScaleDecision Decide(ScaledObject scaledObject, in ScaleCheck check)
    {
        if (scaledObject.Annotations.Paused)
        {
            return Nothing(ScaleDecisionKind.Paused, check);
        }

        return check.IsActive || scaledObject.Annotations.ForceActivation
            ? WhileActive(scaledObject, check) with { IsForced = scaledObject.Annotations.ForceActivation }
            : WhileInactive(scaledObject, check);
    }

    private static ScaleDecision WhileActive(ScaledObject scaledObject, in ScaleCheck check)
    {
        var min = scaledObject.MinReplicaCount ?? 0;
        if (check.CurrentReplicas == 0 || (scaledObject.IdleReplicaCount is not null && check.CurrentReplicas < min))
        {
            return scaledObject.Annotations.PausedScaleOut
                ? Nothing(ScaleDecisionKind.ActivationPaused, check)
                : Scale(ScaleDecisionKind.Activated, check, min > 0 ? min : 1) with { RemembersActivity = true };
        }

        return check.IsError
            ? Nothing(ScaleDecisionKind.PartialTriggerError, check)
            : Nothing(ScaleDecisionKind.Active, check) with { RemembersActivity = true };
    }

    private static ScaleDecision WhileInactive(ScaledObject scaledObject, in ScaleCheck check)
    {
        var (min, idle, current) = (scaledObject.MinReplicaCount ?? 0, scaledObject.IdleReplicaCount, check.CurrentReplicas);
        return check switch
        {
            { IsError: true } when scaledObject.Fallback is { Replicas: not 0 } => Nothing(ScaleDecisionKind.LeftToFallback, check),
            { IsError: true } when scaledObject.Fallback is null => Nothing(ScaleDecisionKind.TriggerError, check),
            _ when current > idle || (current > 0 && min == 0) => Deactivate(scaledObject, check),
            _ when idle is null && current < min => Scale(ScaleDecisionKind.RaisedToMinimum, check, min),
            _ => Nothing(ScaleDecisionKind.Unchanged, check),
        };
    }

    private static ScaleDecision Deactivate(ScaledObject scaledObject, in ScaleCheck check)
    {
        if (scaledObject.Annotations.PausedScaleIn)
        {
            return Nothing(ScaleDecisionKind.DeactivationPaused, check);
        }

        var (since, wait) = check.LastActiveMilliseconds is { } last
            ? (last, scaledObject.CooldownPeriod)
            : (check.CreationMilliseconds, scaledObject.InitialCooldownPeriod);
        return since + (wait.Ticks / TimeSpan.TicksPerMillisecond) < check.NowMilliseconds
            ? Scale(ScaleDecisionKind.Deactivated, check, scaledObject.IdleReplicaCount ?? scaledObject.MinReplicaCount ?? 0)
            : Nothing(ScaleDecisionKind.CoolingDown, check);
    }

    private static ScaleDecision Nothing(ScaleDecisionKind kind, in ScaleCheck check) =>
        new() { Kind = kind, CurrentReplicas = check.CurrentReplicas };

    private static ScaleDecision Scale(ScaleDecisionKind kind, in ScaleCheck check, int replicas) =>
        new() { Kind = kind, CurrentReplicas = check.CurrentReplicas, Replicas = replicas };
}
