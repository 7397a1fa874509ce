namespace KedaStack.Scaling.Keda;

/// <summary>
/// Settings without effect, in the words of KEDA's admission warnings (since 2.20;
/// apis/keda/v1alpha1/scaledobject_webhook.go, verifyScaledObjects). Both periods are taken as written out.
/// </summary>
public static class ScaledObjectWarnings
{
    /// <summary>The warnings; empty when every setting has an effect, as KEDA sees it: that the polls of a failing trigger count towards its fallback it leaves out.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    public static IReadOnlyList<string> For(ScaledObject scaledObject)
    {
        var warnings = new List<string>();
        if (scaledObject.MinReplicaCount is not > 0 || scaledObject.IdleReplicaCount == 0)
        {
            return warnings;
        }

        if (scaledObject.IsPollingIntervalGiven && !scaledObject.UsesCachedMetrics)
        {
            warnings.Add("PollingInterval is configured but is not relevant. PollingInterval is only relevant when "
                + "minReplicaCount = 0 or idleReplicaCount = 0 or useCachedMetrics is enabled");
        }

        if (scaledObject.IsCooldownPeriodGiven)
        {
            warnings.Add("CooldownPeriod is configured but is not relevant. CooldownPeriod is only relevant when "
                + "minReplicaCount = 0 or idleReplicaCount = 0");
        }

        return warnings;
    }
}
