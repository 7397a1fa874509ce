using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda;

namespace KedaStack.Checks.Scaling.Cron;

/// <summary>A cron window asks for no more than maxReplicaCount.</summary>
internal sealed class CronReplicas() : Check(new()
{
    Id = "cron-desired-above-max",
    Severity = Severity.Warning,
    Title = "A cron window asks for no more than maxReplicaCount",
    Failure = "fewer replicas than the window asks for, without a word",
    Cause = "The HPA stops at its maximum, whichever trigger asks.",
    Fix = "Raise `maxReplicaCount`, or lower `desiredReplicas`.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from cron in CronTriggerView.All(stack)
        let max = cron.ScaledObject.Inputs.Number("spec.maxReplicaCount") ?? ScaledObject.DefaultMaxReplicaCount
        where cron.Cron.DesiredReplicas > max
        select Found(
            cron.ScaledObject,
            cron.Path("desiredReplicas"),
            string.Create(CultureInfo.InvariantCulture, $"{cron.Cron.DesiredReplicas}, with maxReplicaCount {max}"),
            string.Create(CultureInfo.InvariantCulture, $"at most {max}"));
}
