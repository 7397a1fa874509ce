using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Scaling.Keda;

/// <summary>
/// Settings without effect, in the words of KEDA's admission warnings (since 2.20;
/// apis/keda/v1alpha1/scaledobject_webhook.go, verifyScaledObjects). Both periods are taken as written out.
/// </summary>
public static class ScaledObjectWarnings
{
    private const string Polling = "PollingInterval is configured but is not relevant";
    private const string Cooldown = "CooldownPeriod is configured but is not relevant";

    /// <summary>
    /// The warnings, in KEDA's order; empty when every setting has an effect, as KEDA sees it: that the polls of a failing
    /// trigger count towards its fallback it leaves out.
    /// </summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="words">Whose words they are; those of <see cref="AdmissionWarnings.OnlyIdleZeroCounts"/> by default.</param>
    public static IReadOnlyList<string> For(ScaledObject scaledObject, AdmissionWarnings words = AdmissionWarnings.OnlyIdleZeroCounts) =>
    [
        .. new[]
        {
            scaledObject.IsPollingIntervalGiven
                ? OfPollingInterval(words, scaledObject.MinReplicaCount, scaledObject.IdleReplicaCount, scaledObject.UsesCachedMetrics)
                : null,
            scaledObject.IsCooldownPeriodGiven
                ? OfCooldownPeriod(words, scaledObject.MinReplicaCount, scaledObject.IdleReplicaCount)
                : null,
        }.OfType<string>(),
    ];

    /// <summary>The warning about a pollingInterval that is given; null when there is none.</summary>
    /// <param name="words">Whose words they are.</param>
    /// <param name="minReplicaCount">The minimum; null where none is given.</param>
    /// <param name="idleReplicaCount">The idle count; null where none is given.</param>
    /// <param name="useCachedMetrics">Whether a trigger serves the HPA what the polls saw.</param>
    public static string? OfPollingInterval(AdmissionWarnings words, int? minReplicaCount, int? idleReplicaCount, bool useCachedMetrics) =>
        useCachedMetrics || !IsIrrelevant(words, minReplicaCount, idleReplicaCount) ? null
        : words == AdmissionWarnings.AnyIdleCounts
            ? $"{Polling} for scaling. It only affects scaling when minReplicaCount = 0, idleReplicaCount is set, or useCachedMetrics is "
                + "enabled, but it still controls how often KEDA refreshes the ScaledObject status conditions and events"
            : $"{Polling}. PollingInterval is only relevant when minReplicaCount = 0 or idleReplicaCount = 0 or useCachedMetrics is enabled";

    /// <summary>The warning about a cooldownPeriod that is given; null when there is none.</summary>
    /// <param name="words">Whose words they are.</param>
    /// <param name="minReplicaCount">The minimum; null where none is given.</param>
    /// <param name="idleReplicaCount">The idle count; null where none is given.</param>
    public static string? OfCooldownPeriod(AdmissionWarnings words, int? minReplicaCount, int? idleReplicaCount) =>
        !IsIrrelevant(words, minReplicaCount, idleReplicaCount) ? null
        : words == AdmissionWarnings.AnyIdleCounts
            ? $"{Cooldown}. CooldownPeriod is only relevant when minReplicaCount = 0 or idleReplicaCount is set"
            : $"{Cooldown}. CooldownPeriod is only relevant when minReplicaCount = 0 or idleReplicaCount = 0";

    private static bool IsIrrelevant(AdmissionWarnings words, int? minReplicaCount, int? idleReplicaCount) => minReplicaCount > 0 && words switch
    {
        AdmissionWarnings.OnlyIdleZeroCounts => idleReplicaCount != 0,
        AdmissionWarnings.AnyIdleCounts => idleReplicaCount is null,
        _ => false,
    };
}
