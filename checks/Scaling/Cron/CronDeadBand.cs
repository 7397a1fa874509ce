using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Triggers.Cron;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>A cron window asks for more than the HPA's tolerance above what is there before it.</summary>
internal sealed class CronDeadBand() : Check(new()
{
    Id = "cron-desired-in-dead-band",
    Severity = Severity.Warning,
    Title = "A cron window asks for more than the HPA's tolerance above what is there before it",
    Failure = "nothing is added when the window opens: from 10 replicas, 11 are within 10 %",
    Cause = "The HPA leaves the count as it is while desired and current differ by no more than its tolerance, 10 % by default.",
    Fix = "Ask for more than a tenth above what is there, or set `behavior.scaleUp.tolerance` to 0 (Kubernetes 1.35 and later).",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    // The default of kube-controller-manager's --horizontal-pod-autoscaler-tolerance.
    private const decimal DefaultTolerance = 0.1m;
    private const string Tolerance = "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleUp.tolerance";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var crons in CronTriggerView.All(stack).Where(cron => cron.Zone is not null).GroupBy(cron => cron.ScaledObject.Urn))
        {
            foreach (var cron in crons)
            {
                var inputs = cron.ScaledObject.Inputs;
                var (min, desired) = (inputs.Number("spec.minReplicaCount") ?? 0, cron.Cron.DesiredReplicas);
                var tolerance = MilliQuantity.TryParse(inputs.Scalar(Tolerance) ?? "") is { } given ? given.Milli / 1000m : DefaultTolerance;
                if (min >= 1 && desired <= min)
                {
                    yield return Found(
                        cron.ScaledObject, cron.Path("desiredReplicas"), Invariant($"{desired}, with minReplicaCount {min}: the window adds nothing"), Invariant($"more than {min}"))
                        with
                    { Severity = Severity.Information };
                }
                else if (Before(cron, crons, min, tolerance) is var (count, source))
                {
                    yield return Found(
                        cron.ScaledObject, cron.Path("desiredReplicas"), Invariant($"{desired}, from {count} ({source}): within the tolerance of {tolerance * 100:0.#} %"),
                        Invariant($"more than {count * (1 + tolerance):0.##}"));
                }
            }
        }
    }

    /// <summary>The least count before a window from which it adds nothing; null where each adds.</summary>
    private static (decimal Count, string Source)? Before(CronTriggerView cron, IEnumerable<CronTriggerView> all, decimal min, decimal tolerance)
    {
        bool IsWithin(decimal count) => cron.Cron.DesiredReplicas > count && cron.Cron.DesiredReplicas <= count * (1 + tolerance);
        if (IsWithin(min))
        {
            return (min, "minReplicaCount");
        }

        return cron.Cron.StartSchedule.Next(CronTriggerView.From, cron.Zone!) is { } start
            && all.FirstOrDefault(other => other.Trigger.Index != cron.Trigger.Index && IsWithin(other.Cron.DesiredReplicas) && CronWindow.At(other.Cron, other.Zone!, start.AddSeconds(-1)).IsOpen
                && CronWindow.At(other.Cron, other.Zone!, start).IsOpen) is { } before
            ? (before.Cron.DesiredReplicas, $"spec.triggers[{before.Trigger.Index}]")
            : null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
