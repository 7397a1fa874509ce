using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Doctor.Links;

/// <summary>Whether the HPA computes a count, and is the one that the ScaledObject asks for.</summary>
internal sealed class HpaLink() : Link(
    LinkIds.Hpa, "the HPAs of the namespace: conditions, owner, target, bounds, target values, and what it read against what the query gives now",
    "several HPAs on the same pods, no target, no request for cpu, no adapter for its metrics, an HPA that was left over, one that the ScaledObject does not own, one that nobody computes. Bounds or target values that are not carried over, and a value that the query gave long ago, are warnings")
{
    private static readonly string[] _conditions = ["AbleToScale", "ScalingActive"];

    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        var read = chain.Answers.Get(ApiPath.Hpas(chain.Namespace));
        if (chain.Hpa is not { } hpa)
        {
            return !read.IsOk ? LinkVerdict.NotRead($"HPAs: {read.WhyUnread}")
                : chain.ScaledObject is null && chain.IsNamespaceEnding ? LinkVerdict.Pass("none left")
                : chain.Pause is not null ? LinkVerdict.Pass("none while scaling is paused")
                : LinkVerdict.Fail(
                    $"there is no HPA {(chain.ScaledObject.Text("status.hpaName") is { } name ? name : chain.Name.Length > 0 ? $"of {chain.Name}" : "")}".TrimEnd(),
                    "KEDA makes it when it takes the ScaledObject; without it nothing scales between 1 and the maximum",
                    MessageTable.Command("kubectl -n {namespace} describe scaledobject {name}", chain)) with
                { IsConsequence = true };
        }

        return Others(chain, hpa) ?? Conditions(chain, hpa) ?? Owner(chain, hpa) ?? Behind(chain, hpa) ?? SourceValue.JudgeHpa(chain)
            ?? LinkVerdict.Pass(Found(hpa));
    }

    private static LinkVerdict? Others(Chain chain, JsonObject hpa)
    {
        var others = chain.Answers.Items(ApiPath.Hpas(chain.Namespace)).Where(other => other.Text("metadata.name") != hpa.Text("metadata.name")
            && other.Text("spec.scaleTargetRef.kind") == hpa.Text("spec.scaleTargetRef.kind") && other.Text("spec.scaleTargetRef.name") == hpa.Text("spec.scaleTargetRef.name")).ToList();
        var message = Failing(hpa)?.Text("message") ?? "";
        if (others.Count == 0 && Failing(hpa)?.Text("reason") != "AmbiguousSelector")
        {
            return null;
        }

        var cause = MessageTable.OfHpa("AmbiguousSelector");
        return LinkVerdict.Fail(
            others is [var other, ..]
                ? $"{hpa.Text("metadata.name")} and {other.Text("metadata.name")}{Made(other)} scale the same {hpa.Text("spec.scaleTargetRef.kind")} {hpa.Text("spec.scaleTargetRef.name")}"
                : ScalerCauses.Shown(message),
            cause.Means,
            others is [var extra, ..] ? $"keep one: kubectl -n {chain.Namespace} delete {Delete(extra)}" : $"give each target a selector of its own: kubectl -n {chain.Namespace} get deployments -o wide");
    }

    private static string Made(JsonObject hpa) => hpa.Map("metadata.labels").GetValueOrDefault(Chain.NameLabel) is { } name ? $" (of ScaledObject {name})" : "";

    private static string Delete(JsonObject hpa) => hpa.Map("metadata.labels").GetValueOrDefault(Chain.NameLabel) is { } name ? $"scaledobject {name}" : $"hpa {hpa.Text("metadata.name")}";

    private static JsonObject? Failing(JsonObject hpa) => _conditions.Select(type => Chain.Condition(hpa, type))
        .FirstOrDefault(one => one.Text("status") == "False" && one.Text("reason") != "ScalingDisabled");

    private static LinkVerdict? Conditions(Chain chain, JsonObject hpa)
    {
        if (hpa.Objects("status.conditions").Count == 0)
        {
            return LinkVerdict.Fail(
                $"{hpa.Text("metadata.name")} has no conditions: it was never computed", "no HPA controller has looked at it, which it does within 15 s",
                "look at kube-controller-manager; kubectl get hpa -A shows whether others are computed");
        }

        if (Failing(hpa) is not { } failing)
        {
            return null;
        }

        var gone = chain.ScaledObject is null && chain.OwnerName is { } owner && chain.Answers.Get(ApiPath.ScaledObjects(chain.Namespace)).IsOk ? owner : null;
        var message = $"{failing.Text("reason")}: {failing.Text("message")}";
        var cause = MessageTable.OfHpa(gone is null ? message : "ScaledObject not found");
        var verdict = LinkVerdict.Fail(
            gone is null ? ScalerCauses.Shown(Short(message)) : $"its metric is of ScaledObject {gone}, which does not exist; {failing.Text("reason")}",
            cause.Means, MessageTable.Command(cause.Mend.Replace("{name}", hpa.Text("metadata.name") ?? "", StringComparison.Ordinal), chain));
        // Whether the value is missing for a fault before it shows in an earlier link.
        return verdict with { IsConsequence = failing.Text("reason") is "FailedGetExternalMetric" && gone is null };
    }

    /// <summary>The message without what the controller puts around the selector.</summary>
    private static string Short(string message) =>
        System.Text.RegularExpressions.Regex.Replace(message, @"/?&LabelSelector\{.*?LabelSelectorRequirement\{\},\}", "", System.Text.RegularExpressions.RegexOptions.CultureInvariant)
            .Replace("the HPA was unable to compute the replica count: ", "", StringComparison.Ordinal);

    private static LinkVerdict? Owner(Chain chain, JsonObject hpa) =>
        chain.ScaledObject is { } scaledObject && hpa.Objects("metadata.ownerReferences") is var owners
        && !owners.Any(owner => owner.Text("kind") == "ScaledObject" && owner.Text("name") == scaledObject.Text("metadata.name"))
            ? LinkVerdict.Fail(
                $"{hpa.Text("metadata.name")} is not owned by the ScaledObject{(owners is [var other, ..] ? $", but by {other.Text("kind")} {other.Text("name")}" : "")}",
                "KEDA does not change an HPA that is not its own, and it stays when the ScaledObject goes",
                MessageTable.Command("kubectl -n {namespace} annotate scaledobject {name} scaledobject.keda.sh/transfer-hpa-ownership=true", chain))
            : null;

    /// <summary>Bounds that the operator has not carried over.</summary>
    private static LinkVerdict? Behind(Chain chain, JsonObject hpa)
    {
        if (chain.ScaledObject is not { } scaledObject)
        {
            return null;
        }

        var least = Math.Max(1, scaledObject.Number("spec.minReplicaCount") ?? 0);
        var most = scaledObject.Number("spec.maxReplicaCount") ?? Scaling.Keda.ScaledObject.DefaultMaxReplicaCount;
        var found = (Least: hpa.Number("spec.minReplicas") ?? 1, Most: hpa.Number("spec.maxReplicas") ?? most);
        return (found == (least, most) ? Target(chain, hpa) : FormattableString.Invariant($"{found.Least} to {found.Most} replicas, the ScaledObject asks for {least} to {most}")) is { } differs
            ? LinkVerdict.Warning(
                $"{hpa.Text("metadata.name")} has {differs}",
                "the operator has not carried a change over, or something else changed the HPA", MessageTable.Command("kubectl -n {operator} logs deployment/keda-operator --tail 50", chain))
            : null;
    }

    /// <summary>A target value of the HPA that is not its trigger's threshold; null for none. A formula makes one metric of several.</summary>
    private static string? Target(Chain chain, JsonObject hpa)
    {
        foreach (var trigger in chain.PrometheusTriggers.Where(_ => chain.ScaledObject.At("spec.advanced.scalingModifiers.formula") is null))
        {
            var name = FormattableString.Invariant($"s{trigger.Place}-prometheus");
            var target = hpa.Objects("spec.metrics").FirstOrDefault(metric => metric.Text("external.metric.name") == name).At("external.target");
            var text = target.Scalar("averageValue") ?? target.Scalar("value") ?? "";
            if (trigger.Metadata.GetValueOrDefault("threshold") is { } asked && MilliQuantity.TryParse(asked) is { } threshold && MilliQuantity.TryParse(text) is { } has
                && Math.Abs(has.Milli - threshold.Milli) > 1)
            {
                return $"the target {text} for {name}, the trigger asks for {VisibleText.Of(asked)}";
            }
        }

        return null;
    }

    private static string Found(JsonObject hpa) => Chain.Condition(hpa, "ScalingActive").Text("reason") == "ScalingDisabled"
        ? "at 0 replicas, where it is off and KEDA decides"
        : $"computes {ShownNumber.Replicas((int)(hpa.Number("status.desiredReplicas") ?? 0))}";
}
