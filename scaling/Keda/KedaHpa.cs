using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Scaling.Keda;

/// <summary>
/// The HPA that KEDA makes of a ScaledObject
/// (https://github.com/kedacore/keda/blob/v2.20.2/controllers/keda/hpa.go, newHPAForScaledObject).
/// </summary>
public static class KedaHpa
{
    /// <summary>The HPA; null while the ScaledObject is paused, when KEDA deletes it with all that it remembers.</summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static HorizontalPodAutoscalerSpec? Create(ScaledObject scaledObject, KedaSemantics? semantics = null) =>
        scaledObject.Annotations.Paused
            ? null
            : new HorizontalPodAutoscalerSpec
            {
                Name = scaledObject.HpaName ?? "keda-hpa-" + scaledObject.Name,
                Namespace = scaledObject.Namespace,
                MinReplicas = MinReplicas(scaledObject),
                MaxReplicas = scaledObject.MaxReplicaCount ?? ScaledObject.DefaultMaxReplicaCount,
                Metrics = [.. Metrics(scaledObject, semantics).Select(entry => entry.Metric)],
                Behavior = Behavior(scaledObject),
            };

    /// <summary>
    /// Why the counts of a ScaledObject are refused, in KEDA's words (CheckReplicaCountBoundsAreValid), or the HPA made
    /// from it, in the API server's.
    /// </summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static IReadOnlyList<string> Errors(ScaledObject scaledObject, KedaSemantics? semantics = null)
    {
        // A minimum of 0 that is written out counts as 1 here, one that is not as 0.
        var min = scaledObject.MinReplicaCount is null ? 0 : MinReplicas(scaledObject);
        var max = scaledObject.MaxReplicaCount ?? ScaledObject.DefaultMaxReplicaCount;
        if (min > max)
        {
            return [FormattableString.Invariant($"MinReplicaCount={min} must be less than MaxReplicaCount={max}")];
        }

        if (scaledObject.IdleReplicaCount is { } idle && idle >= min)
        {
            return [FormattableString.Invariant($"IdleReplicaCount={idle} must be less than MinReplicaCount={min}")];
        }

        return Create(scaledObject, semantics) is { } hpa ? HpaValidation.Errors(hpa) : [];
    }

    /// <summary>
    /// The metrics of the HPA, each with the place of its trigger. Sorted by type, and of equal ones in the order of the triggers. Beside
    /// a formula only Resource metrics stay, not those of a container, and the formula's has no trigger (getScaledObjectMetricSpecs).
    /// </summary>
    /// <param name="scaledObject">The ScaledObject.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static IReadOnlyList<(MetricSource Metric, int? Trigger)> Metrics(ScaledObject scaledObject, KedaSemantics? semantics = null)
    {
        var metrics = scaledObject.Triggers
            .Select((trigger, place) => (Metric: trigger.ToMetric(scaledObject.Name, semantics), Trigger: (int?)place))
            .OrderBy(entry => entry.Metric.Type, StringComparer.Ordinal);
        return scaledObject.Modifiers is { } modifiers
            ?
            [
                .. metrics.Where(entry => entry.Metric is ResourceMetricSource { Container: null }),
                (modifiers.ToMetric(scaledObject.Name), null),
            ]
            : [.. metrics];
    }

    private static int MinReplicas(ScaledObject scaledObject) =>
        scaledObject.MinReplicaCount is > 0 ? scaledObject.MinReplicaCount.Value : ScaledObject.DefaultHpaMinReplicas;

    // Either annotation makes a behavior where there was none, which changes the other direction from the legacy limits too.
    private static HorizontalPodAutoscalerBehavior? Behavior(ScaledObject scaledObject)
    {
        var behavior = scaledObject.Behavior;
        if (scaledObject.Annotations.PausedScaleIn)
        {
            behavior = new HorizontalPodAutoscalerBehavior(behavior?.ScaleUp, Disabled(behavior?.ScaleDown));
        }

        return scaledObject.Annotations.PausedScaleOut
            ? new HorizontalPodAutoscalerBehavior(Disabled(behavior?.ScaleUp), behavior?.ScaleDown)
            : behavior;
    }

    private static ScalingRules Disabled(ScalingRules? rules) => (rules ?? new ScalingRules()) with { SelectPolicy = SelectPolicy.Disabled };
}
