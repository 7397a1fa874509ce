using KedaStack.Local.Comparison;
using KedaStack.Scaling;
using KedaStack.Scaling.Explain.Edges;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;

namespace KedaStack.Reports.Local;

/// <summary>What the HPA of some settings is to hold each replica at.</summary>
internal static class ScalingTarget
{
    /// <summary>The target per replica, in thousandths of a request per second.</summary>
    public static long Milli(ScalingSettings settings) => Hpa(settings)?.Metrics[0].Target.Milli ?? 0;

    /// <summary>The values per replica that change nothing; null without an HPA.</summary>
    public static ToleranceBand? Band(LocalRunPlan plan) =>
        Hpa(plan.Settings) is { } hpa ? ToleranceBand.Of(hpa, replicas: 1, plan.Semantics.Hpa) : null;

    private static HorizontalPodAutoscalerSpec? Hpa(ScalingSettings settings) =>
        KedaHpa.Create(settings.ToScaledObject("local", "local", "query", "address"));
}
