using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Admission;

/// <summary>What KEDA's webhook warns of.</summary>
internal static class WebhookWarnings
{
    /// <summary>Its warnings about a ScaledObject that it takes.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="words">Whose words they are.</param>
    public static IEnumerable<string> Of(GraphResource scaledObject, AdmissionWarnings words)
    {
        var (min, idle) = (Count(scaledObject, "spec.minReplicaCount"), Count(scaledObject, "spec.idleReplicaCount"));
        var usesCache = scaledObject.Inputs.Objects("spec.triggers").Any(trigger => trigger.IsTrue("useCachedMetrics"));
        return new[]
        {
            scaledObject.Inputs.At("spec.pollingInterval") is null ? null : ScaledObjectWarnings.OfPollingInterval(words, min, idle, usesCache),
            scaledObject.Inputs.At("spec.cooldownPeriod") is null ? null : ScaledObjectWarnings.OfCooldownPeriod(words, min, idle),
        }.OfType<string>();
    }

    private static int? Count(GraphResource scaledObject, string path) =>
        scaledObject.Inputs.Number(path) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;
}
