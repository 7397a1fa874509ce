using System.Globalization;
using KedaStack.Scaling.Steps;

namespace KedaStack.Scaling.Keda.Loop;

/// <summary>KEDA's decision in sentences.</summary>
public static class ScaleDecisionText
{
    /// <summary>The decision as a rule with its numbers.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="check">What the loop knew.</param>
    /// <param name="decision">The decision.</param>
    public static RuleStep Explain(ScaledObject scaledObject, in ScaleCheck check, in ScaleDecision decision)
    {
        var state = (check.IsActive, check.IsError) switch
        {
            (true, false) => "a trigger is active",
            (true, true) => "a trigger is active, another in error",
            (false, true) => "a trigger is in error, none is active",
            _ => "no trigger is active",
        };
        var output = decision.Replicas is { } replicas ? $"set to {Counted(replicas)}" : "nothing is written";
        return new RuleStep(
            "KEDA's polling loop",
            $"{Counted(check.CurrentReplicas)}, {state}",
            Reason(scaledObject, check, decision),
            output,
            decision.Replicas is { } count && count != check.CurrentReplicas);
    }

    private static string Counted(int replicas) => replicas == 1 ? "1 replica" : $"{Text(replicas)} replicas";

    /// <summary>The message of the event that KEDA leaves on the ScaledObject when it scaled; null when it did not.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="target">The kind, namespace and name of the target, as <c>Deployment default/app</c>.</param>
    /// <param name="activeTriggers">The names of the active triggers' metrics.</param>
    public static string? Event(in ScaleDecision decision, string target, params IReadOnlyList<string> activeTriggers)
    {
        var change = $"{target} from {Text(decision.CurrentReplicas)} to {Text(decision.Replicas ?? decision.CurrentReplicas)}";
        return decision.Kind switch
        {
            ScaleDecisionKind.Activated when decision.IsForced => $"Scaled {change}, caused by forced activation annotation",
            ScaleDecisionKind.Activated => $"Scaled {change}, triggered by {string.Join(';', activeTriggers)}",
            ScaleDecisionKind.Deactivated => $"Deactivated {change}",
            _ => null,
        };
    }

    private static string Reason(ScaledObject scaledObject, in ScaleCheck check, in ScaleDecision decision) => decision.Kind switch
    {
        ScaleDecisionKind.Paused => "the ScaledObject is paused",
        ScaleDecisionKind.Activated => "active with 0 or idle replicas: the minimum, at least 1",
        ScaleDecisionKind.ActivationPaused => "active with 0 or idle replicas, but scale-out is paused",
        ScaleDecisionKind.PartialTriggerError => "active, but some trigger is in error: the activity is not remembered",
        ScaleDecisionKind.Active => "active: the HPA decides",
        ScaleDecisionKind.LeftToFallback => "in error: the HPA gets the fallback's value",
        ScaleDecisionKind.TriggerError => "in error without a fallback: the replicas stay",
        ScaleDecisionKind.Deactivated => $"not active, and {Cooldown(scaledObject, check)} is over: in one step",
        ScaleDecisionKind.CoolingDown => $"not active, but {Cooldown(scaledObject, check)} is not over",
        ScaleDecisionKind.DeactivationPaused => "not active, but scale-in is paused",
        ScaleDecisionKind.RaisedToMinimum => $"below minReplicaCount {Text(scaledObject.MinReplicaCount ?? 0)}",
        ScaleDecisionKind.Unchanged => "not active: the HPA decides, cooldownPeriod is not looked at",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "The kind must be one of the enumeration."),
    };

    private static string Cooldown(ScaledObject scaledObject, in ScaleCheck check) => check.LastActiveMilliseconds is { } last
        ? $"cooldownPeriod {Seconds(scaledObject.CooldownPeriod)} since {Seconds(check.NowMilliseconds - last)} ago"
        : $"initialCooldownPeriod {Seconds(scaledObject.InitialCooldownPeriod)} since {Seconds(check.NowMilliseconds - check.CreationMilliseconds)} ago";

    private static string Seconds(TimeSpan duration) => Seconds((long)duration.TotalMilliseconds);

    private static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString(CultureInfo.InvariantCulture) + " s";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
