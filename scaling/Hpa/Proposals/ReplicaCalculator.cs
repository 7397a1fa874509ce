using KedaStack.Scaling.Hpa.Readings;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Hpa.Proposals;

/// <summary>
/// From a value to a replica count, for one External or Object metric. Follows the controller's floating-point operations in
/// their order, since a share of 0.1 has no exact double
/// (https://github.com/kubernetes/kubernetes/blob/003e86297d18a8538c9da3619871393f9703bf70/pkg/controller/podautoscaler/replica_calculator.go).
/// </summary>
public static class ReplicaCalculator
{
    /// <summary>The error of a Value target whose selector matches nothing.</summary>
    public const string NoReadyPods = "unable to calculate ready pods: " + PodsReading.NoPods;

    /// <summary>
    /// AverageValue (GetExternalPerPodMetricReplicas, GetObjectPerPodMetricReplicas): within tolerance the created pods, else <c>ceil(usage/target)</c>.
    /// With no pod the ratio is no number or infinite, so never within tolerance.
    /// </summary>
    /// <param name="usageMilli">The sum of the values, in thousandths.</param>
    /// <param name="targetMilli">The target per pod, in thousandths; above 0.</param>
    /// <param name="statusReplicas">The pods created and not terminating.</param>
    /// <param name="tolerances">The HPA's tolerances.</param>
    /// <param name="metric">The place of the metric in the HPA's list.</param>
    public static MetricProposal AverageValue(
        long usageMilli, long targetMilli, int statusReplicas, Tolerances tolerances, int metric = 0)
    {
        var ratio = (double)usageMilli / ((double)targetMilli * (double)statusReplicas);
        var within = tolerances.IsWithin(ratio);
        return new MetricProposal
        {
            Metric = metric,
            TargetType = MetricTargetType.AverageValue,
            UsageMilli = usageMilli,
            TargetMilli = targetMilli,
            Pods = statusReplicas,
            Ratio = ratio,
            Tolerances = tolerances,
            WithinTolerance = within,
            Replicas = within ? statusReplicas : Saturate(Math.Ceiling((double)usageMilli / (double)targetMilli)),
        };
    }

    /// <summary>
    /// Value (GetExternalMetricReplicas, GetObjectMetricReplicas): within tolerance the current replicas, else <c>ceil(ratio * ready pods)</c>;
    /// from 0 replicas <c>ceil(ratio)</c> without tolerance.
    /// </summary>
    /// <param name="usageMilli">The sum of the values, in thousandths.</param>
    /// <param name="targetMilli">The target, in thousandths; above 0.</param>
    /// <param name="target">The scale target; without a selected pod the result is <see cref="NoReadyPods"/>.</param>
    /// <param name="tolerances">The HPA's tolerances.</param>
    /// <param name="metric">The place of the metric in the HPA's list.</param>
    public static MetricProposal Value(
        long usageMilli, long targetMilli, in ScaleTargetStatus target, Tolerances tolerances, int metric = 0)
    {
        var ratio = (double)usageMilli / (double)targetMilli;
        var fromZero = target.SpecReplicas == 0;
        var within = !fromZero && tolerances.IsWithin(ratio);
        var replicas = (fromZero, within) switch
        {
            (true, _) => Saturate(Math.Ceiling(ratio)),
            (_, true) => target.SpecReplicas,
            _ => Saturate(Math.Ceiling(ratio * target.ReadyPods)),
        };
        return new MetricProposal
        {
            Metric = metric,
            TargetType = MetricTargetType.Value,
            Error = !fromZero && !within && target.SelectedPods == 0 ? NoReadyPods : null,
            UsageMilli = usageMilli,
            TargetMilli = targetMilli,
            Pods = target.ReadyPods,
            Ratio = ratio,
            Tolerances = tolerances,
            WithinTolerance = within,
            Replicas = replicas,
        };
    }

    /// <summary>
    /// The usage per pod as the HPA reports it: rounded up, 0 without pods (which released controllers leave undefined),
    /// saturated at 2^63-1 (getPerPodUsage).
    /// </summary>
    /// <param name="usageMilli">The usage in thousandths.</param>
    /// <param name="statusReplicas">The pods.</param>
    public static long PerPod(long usageMilli, int statusReplicas)
    {
        if ((double)usageMilli >= (double)long.MaxValue)
        {
            return long.MaxValue;
        }

        return statusReplicas == 0 ? 0 : (long)Math.Ceiling((double)usageMilli / statusReplicas);
    }

    // NaN arises from 0/0 only, where upstream's conversion gives no more than 0 either.
    internal static int Saturate(double replicas) => double.IsNaN(replicas)
        ? 0
        : (int)Math.Clamp(replicas, int.MinValue, int.MaxValue);
}
