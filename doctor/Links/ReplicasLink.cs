using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Links;

/// <summary>Whether the count that the HPA sets stays.</summary>
internal sealed class ReplicasLink() : Link(
    LinkIds.Replicas, "who wrote the target's replicas (managedFields), ScalingReplicaSet against SuccessfulRescale events, KEDAScaleTarget events, the HPA's ScalingLimited",
    "another manager that sets replicas, a step from or to 0 that is refused; at the maximum is a warning")
{
    /// <summary>What the reasons of KEDA's own steps begin with (pkg/eventreason/eventreason.go).</summary>
    private const string OfSteps = "KEDAScaleTarget";

    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        if (ReplicaWriters.Judge(chain) is { } verdict)
        {
            return verdict;
        }

        if (Refused(chain) is { } refused)
        {
            return refused;
        }

        var (least, most) = (chain.Hpa.Number("spec.minReplicas") ?? 1, chain.Hpa.Number("spec.maxReplicas") ?? 0);
        var limited = Chain.Condition(chain.Hpa, "ScalingLimited");
        if (limited.Text("status") == "True" && limited.Text("reason") == "TooManyReplicas" && most > least && chain.Hpa.Number("status.desiredReplicas") >= most)
        {
            var asked = AskedFor(chain);
            var name = chain.ScaledObject is null ? "maxReplicas" : "maxReplicaCount";
            var isRunaway = chain.PrometheusTriggers.Any(trigger => trigger.MetricType == "Value");
            return LinkVerdict.Warning(
                FormattableString.Invariant($"at {name} {most}{(asked is null ? "" : $", while the load asks for {asked}")}"),
                isRunaway
                    ? "metricType Value multiplies the replicas by value / threshold: with a sum over all pods it never comes down again; AverageValue is meant"
                    : "the maximum is the bottleneck, not the scaling",
                chain.ScaledObject is null
                    ? FormattableString.Invariant($"kubectl -n {chain.Namespace} patch hpa {chain.Name} --type merge -p '{{\"spec\":{{\"maxReplicas\":{asked ?? most * 2}}}}}'")
                    : FormattableString.Invariant($"kubectl -n {chain.Namespace} patch scaledobject {chain.Name} --type merge -p '{{\"spec\":{{\"maxReplicaCount\":{asked ?? most * 2}}}}}'"));
        }

        if (chain.Target is not { } target)
        {
            var read = chain.Answers.Get(ApiPath.Of("apps/v1", chain.Namespace, chain.TargetKind == "StatefulSet" ? "statefulsets" : "deployments"));
            return LinkVerdict.NotRead(read.IsOk ? $"there is no {chain.TargetKind} {chain.TargetName}".TrimEnd() : read.WhyUnread);
        }

        return LinkVerdict.Pass($"{ShownNumber.Replicas((int)(target.Number("spec.replicas") ?? 1))}{(ReplicaWriters.Current(target) is { } writer ? $", set by {writer}" : "")}");
    }

    /// <summary>A step from or to 0, which KEDA takes and not the HPA, that the API server refused; null for none, and where it was taken since.</summary>
    private static LinkVerdict? Refused(Chain chain)
    {
        if (chain.OfScaledObject.FirstOrDefault(one => one.Reason.StartsWith(OfSteps, StringComparison.Ordinal)) is not { } last || chain.Target is not { } target
            || last.Reason is not (OfSteps + "ActivationFailed" or OfSteps + "DeactivationFailed"))
        {
            return null;
        }

        var isUp = last.Reason == OfSteps + "ActivationFailed";
        return (target.Number("spec.replicas") == 0) != isUp ? null
            : LinkVerdict.Fail(
                $"KEDA could not scale {chain.TargetKind} {chain.TargetName} {(isUp ? "from" : "to")} 0: {ScalerCauses.Shown(last.Note)}",
                "the step from 0 and to 0 is KEDA's, not the HPA's, and the API server refuses it: the operator's rights on the target's scale, a policy or a quota",
                MessageTable.Command($"kubectl auth can-i update {chain.TargetKind.ToLowerInvariant()}s/scale --as system:serviceaccount:{{operator}}:keda-operator -n {{namespace}}", chain));
    }

    /// <summary>What the metrics alone ask for, by their values now; null where they are not known.</summary>
    private static long? AskedFor(Chain chain)
    {
        var asked = new List<long>();
        foreach (var metric in chain.Hpa.Objects("spec.metrics").Where(metric => metric.Text("external.target.type") == "AverageValue"))
        {
            var value = chain.Reads.FirstOrDefault(read => read.Metric == metric.Text("external.metric.name"))?.Milli;
            var target = Scaling.Quantities.MilliQuantity.TryParse(metric.Scalar("external.target.averageValue") ?? "")?.Milli;
            if (value is { } milli && target is > 0 and var per)
            {
                // Within the tolerance of a tenth a count is not changed, so that 400.022 of 10 asks for 40.
                asked.Add((long)Math.Ceiling(Math.Round((decimal)milli / per, 1)));
            }
        }

        return asked.Count > 0 ? asked.Max() : null;
    }
}
