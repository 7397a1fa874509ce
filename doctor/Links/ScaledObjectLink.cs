using KedaStack.Checks;
using KedaStack.Checks.Query.Triggers;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Graphs;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Doctor.Links;

/// <summary>Whether KEDA takes the ScaledObject as it is.</summary>
internal sealed class ScaledObjectLink() : Link(
    LinkIds.ScaledObject, "the ScaledObject: its conditions, annotations, triggers and events",
    "none there, since the API server refused it; a target, count, trigger, formula or HPA that is refused. Paused, parameters that KEDA ignores and cpu alone with a minimum of 0 are warnings")
{
    private const string Forced = "autoscaling.keda.sh/force-activation";

    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        var read = chain.Answers.Get(ApiPath.ScaledObjects(chain.Namespace));
        if (chain.ScaledObject is not { } scaledObject)
        {
            return None(chain, read);
        }

        var ready = chain.Condition("Ready");
        if (ready.Text("status") is { } status and not "True" && ready.Text("reason") is not "TriggerError" and not "PartialTriggerError")
        {
            var message = Evidence(chain, ready.Text("message") ?? "");
            var cause = MessageTable.OfScaledObject(message);
            return cause is not null ? LinkVerdict.Fail(ScalerCauses.Shown(message), cause, chain)
                : LinkVerdict.Fail(
                    message.Length > 0 ? ScalerCauses.Shown(message) : $"Ready is {status}", "KEDA refuses the ScaledObject and does not scale",
                    MessageTable.Command("kubectl -n {namespace} describe scaledobject {name}", chain));
        }

        if (chain.Pause is { } pause)
        {
            return LinkVerdict.Warning(
                $"paused by the annotation {pause}", pause.Contains("paused-scale", StringComparison.Ordinal) ? "KEDA scales one way only" : "KEDA has taken its HPA away: nothing scales until the annotation is gone",
                MessageTable.Command($"kubectl -n {{namespace}} annotate scaledobject {{name}} {pause.Split(':')[0]}-", chain));
        }

        if (scaledObject.Text("metadata.deletionTimestamp") is { } deleted)
        {
            return LinkVerdict.Warning($"deleted at {deleted}, waiting for its finalizers", "it goes when the operator has put back what it changed", MessageTable.Command("kubectl -n {namespace} get scaledobject {name} --watch", chain));
        }

        if (ScalerCauses.Of(chain, LinkIds.ScaledObject) is { } refused)
        {
            return refused;
        }

        return OnlyOfPods(chain) ?? UnknownParameter(chain) ?? Triggers(chain, ready.Text("status"), ready.Text("reason"));
    }

    private static LinkVerdict None(Chain chain, ClusterAnswer read)
    {
        if (chain.Hpa is not null && chain.OwnerName is null)
        {
            return LinkVerdict.Pass("none: an HPA that KEDA did not make");
        }

        if (read.IsUnread)
        {
            return LinkVerdict.NotRead($"ScaledObjects: {read.WhyUnread}");
        }

        if (chain.Hpa is null && chain.IsNamespaceEnding)
        {
            return LinkVerdict.Pass($"none left: namespace {chain.Namespace} is being deleted");
        }

        // A left-over HPA is the HPA's fault.
        return chain.Hpa is not null ? LinkVerdict.Pass($"none with the name {chain.OwnerName}, which the HPA names")
            : read.IsMissing ? LinkVerdict.Fail("the API server knows no ScaledObjects", "KEDA's definitions are not installed", "install KEDA: helm install keda kedacore/keda --namespace keda --create-namespace")
            : LinkVerdict.Fail(
                $"there is no ScaledObject in namespace {chain.Namespace}, and no HPA", "it was never applied, or the API server refused it: a refused object leaves nothing behind but the error of its apply",
                $"kubectl -n {chain.Namespace} apply -f <file> --dry-run=server");
    }

    /// <summary>The condition's message, or what an event adds to it.</summary>
    private static string Evidence(Chain chain, string message) => MessageTable.OfScaledObject(message) is not null ? message
        : chain.OfScaledObject.Where(one => one.IsWarning).Select(one => one.Note).FirstOrDefault(note => MessageTable.OfScaledObject(note) is not null) ?? message;

    private static LinkVerdict? OnlyOfPods(Chain chain) =>
        (chain.ScaledObject.Number("spec.minReplicaCount") ?? 0) == 0 && chain.Triggers.Count > 0 && chain.Triggers.All(trigger => trigger.IsOfPods)
            ? LinkVerdict.Warning(
                $"minReplicaCount is 0, and {string.Join(" and ", chain.Triggers.Select(trigger => trigger.Type).Distinct())} alone cannot tell that pods at 0 are wanted again",
                "it never goes to 0, and KEDA's webhook refuses it at the next apply", MessageTable.Command("kubectl -n {namespace} patch scaledobject {name} --type merge -p '{\"spec\":{\"minReplicaCount\":1}}'", chain))
            : null;

    private static LinkVerdict? UnknownParameter(Chain chain)
    {
        var version = chain.Keda.Operators is [var one, ..] ? KedaInstallation.VersionOf(one) : null;
        var graph = ClusterGraph.Of(chain.Answers, chain.Namespace, new FileFacts(IsComplete: true, version ?? KedaVersion.Newest, HpaSemantics.DefaultMinor));
        var finding = CheckRunner.Results(graph, [new TriggerMetadataUnknown()]).SelectMany(result => result.Findings)
            .FirstOrDefault(found => found.Resource?.ObjectName() == chain.Name && found.Path.Length > 0);
        return finding is null ? null
            : LinkVerdict.Warning(
                $"{finding.Path}: {finding.Found}", $"KEDA ignores the key, and its default holds; expected {finding.Expected}", MessageTable.Command("kubectl -n {namespace} edit scaledobject {name}", chain));
    }

    private static LinkVerdict Triggers(Chain chain, string? status, string? reason) => reason is "TriggerError" or "PartialTriggerError" && status != "True"
        ? LinkVerdict.Fail(
            reason == "PartialTriggerError" ? "some of its triggers fail" : "its triggers fail", "the definition is right, but KEDA gets no value",
            MessageTable.Command("kubectl -n {namespace} describe scaledobject {name}", chain)) with
        { IsConsequence = true }
        : LinkVerdict.Pass(chain.IsFallbackActive ? "ready, with its fallback in use" : chain.ScaledObject.Objects("status.conditions").Count == 0 ? "not looked at yet"
            : chain.Annotations.GetValueOrDefault(Forced) == "true" ? $"ready; the annotation {Forced} holds it active, whatever its triggers say" : "ready");
}
