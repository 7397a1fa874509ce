using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Scaling.Keda.Loop;

/// <summary>
/// The polling loop of one ScaledObject with what it remembers. Times that KEDA keeps in the API have whole seconds
/// there (metav1.Time), so they are cut down to them here.
/// </summary>
/// <param name="scaledObject">The ScaledObject.</param>
/// <param name="creationMilliseconds">When it was made.</param>
public sealed class ScaleLoop(ScaledObject scaledObject, long creationMilliseconds)
{
    private const long Second = 1000;

    private readonly long _creationMilliseconds = ToWholeSeconds(creationMilliseconds);

    /// <summary>When a check last saw activity; null when none ever did.</summary>
    public long? LastActiveMilliseconds { get; internal set; }

    /// <summary>
    /// Whether a poll takes what the HPA's own requests saw instead of asking the source, as long as the HPA's condition
    /// ScalingActive is True: from KEDA 2.21, where a poll cannot change the replicas.
    /// </summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="semantics">KEDA.</param>
    public static bool TakesObservations(ScaledObject scaledObject, KedaSemantics semantics) => semantics.ReusesObservations
        && scaledObject is { MinReplicaCount: > 0, IdleReplicaCount: null, UsesCachedMetrics: false, Modifiers: null };

    /// <summary>Runs one check and remembers activity.</summary>
    /// <param name="nowMilliseconds">The time; checks are a polling interval apart, the first as soon as the loop starts.</param>
    /// <param name="currentReplicas">The target's desired replicas.</param>
    /// <param name="isActive">Whether any trigger is active.</param>
    /// <param name="isError">Whether any trigger is in error.</param>
    public ScaleDecision Check(long nowMilliseconds, int currentReplicas, bool isActive, bool isError = false)
    {
        var decision = ScaleExecutor.Decide(scaledObject, new ScaleCheck
        {
            NowMilliseconds = nowMilliseconds,
            CurrentReplicas = currentReplicas,
            IsActive = isActive,
            IsError = isError,
            LastActiveMilliseconds = LastActiveMilliseconds,
            CreationMilliseconds = _creationMilliseconds,
        });
        if (decision.RemembersActivity)
        {
            LastActiveMilliseconds = ToWholeSeconds(nowMilliseconds);
        }

        return decision;
    }

    private static long ToWholeSeconds(long milliseconds) => milliseconds - (((milliseconds % Second) + Second) % Second);
}
