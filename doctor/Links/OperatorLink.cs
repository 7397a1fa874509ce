using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Links;

/// <summary>KEDA's operator: one, running, of the versions of the rest.</summary>
internal sealed class OperatorLink() : Link(
    LinkIds.Operator, "KEDA's Deployments of all namespaces and their pods, and whether the read of the metric is answered at all",
    "no operator, which conditions do not tell: they stay as they were; two KEDAs; a finalizer that waits for it; versions that differ")
{
    private const int ManyRestarts = 3;

    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        var keda = chain.Keda;
        if (keda.Operators.Count > 1)
        {
            var places = string.Join(" and ", keda.Operators.Select(one => $"{KedaInstallation.VersionTextOf(one)} in {one.Text("metadata.namespace")}"));
            return LinkVerdict.Fail(
                $"two KEDAs: {places}", "there is one external metrics API and one set of definitions for two operators: which of them serves this ScaledObject is chance",
                $"keep one: helm uninstall keda -n <namespace>, or az aks update --name <cluster> --resource-group <group> --disable-keda");
        }

        if (chain.Reads.FirstOrDefault(read => read.IsSilent) is { } silent)
        {
            return Gone(chain, $"the read of {silent.Metric} got no answer{(silent.Answer.Milliseconds > 0 ? $" within {ShownNumber.Seconds(silent.Answer.Milliseconds / 1000 * 1000)}" : "")}{Count(keda)}");
        }

        var isAlive = chain.Reads.Any(read => read.IsFromOperator);
        if (keda.Operators is [var one] && !isAlive && KedaInstallation.IsDown(one))
        {
            return Gone(chain, Count(keda)[2..]);
        }

        if (!isAlive && IsUnseen(chain))
        {
            return LinkVerdict.Fail(
                "the ScaledObject has no conditions", "no operator looks at it: none runs, or it watches other namespaces (WATCH_NAMESPACE)",
                "kubectl get deployments -A -l app.kubernetes.io/name=keda-operator");
        }

        return keda.Operators is [var only] ? AzureOperator.Judge(chain) ?? Pod(chain, only) ?? Versions(chain, only) ?? LinkVerdict.Pass(Shown(only))
            : isAlive ? LinkVerdict.Pass("it answers the reads of its metrics")
            : chain.ScaledObject is null && keda.Read.IsOk ? LinkVerdict.Pass("no KEDA, and nothing here asks for it")
            : keda.Read.IsOk ? LinkVerdict.NotRead("no Deployment has the label app.kubernetes.io/name=keda-operator")
            : LinkVerdict.NotRead($"KEDA's Deployments: {keda.Read.WhyUnread}");
    }

    private static LinkVerdict Gone(Chain chain, string found)
    {
        var isStuck = chain.ScaledObject.Text("metadata.deletionTimestamp") is not null && chain.ScaledObject.Texts("metadata.finalizers").Contains(Chain.Finalizer);
        return LinkVerdict.Fail(
            isStuck ? $"{found}; the ScaledObject was deleted and waits for its finalizer {Chain.Finalizer}" : found,
            isStuck ? "KEDA's operator is gone, and nobody else takes the finalizer away: the ScaledObject stays, and its namespace with it"
                : "KEDA's operator is gone or does not answer; all conditions still say what they said before, so everything looks well",
            chain.Keda.Operators is [var one, ..] && one.Number("spec.replicas") != 0
                ? $"kubectl -n {one.Text("metadata.namespace")} rollout restart deployment {one.Text("metadata.name")}"
                : MessageTable.Command("kubectl -n {operator} scale deployment keda-operator --replicas=1", chain));
    }

    private static bool IsUnseen(Chain chain) => chain.ScaledObject is { } scaledObject && scaledObject.Objects("status.conditions").Count == 0;

    private static string Count(KedaInstallation keda) => keda.Operators is [var one]
        ? FormattableString.Invariant($"; Deployment {one.Text("metadata.name")} in {one.Text("metadata.namespace")} has {one.Number("status.availableReplicas") ?? 0} of {one.Number("spec.replicas") ?? 1} pods available")
        : keda.Read.IsOk && keda.Operators.Count == 0 ? "; there is no Deployment of the operator" : "";

    private static LinkVerdict? Pod(Chain chain, JsonObject deployment)
    {
        foreach (var (pod, status) in chain.Keda.Pods(deployment).SelectMany(pod => pod.Objects("status.containerStatuses").Select(status => (pod, status))))
        {
            var last = status.Text("lastState.terminated.reason");
            var restarts = (int)(status.Number("restartCount") ?? 0);
            if (last == "OOMKilled" || restarts >= ManyRestarts)
            {
                return LinkVerdict.Warning(
                    $"pod {pod.Text("metadata.name")} was restarted {Resources.Writing.Shown.Count(restarts, "time")}{(last is null ? "" : $", the last time for {last}")}",
                    "while it starts, no metric is served and the HPA stands still" + (last == "OOMKilled" ? "; the limits of AKS' add-on cannot be changed" : ""),
                    $"kubectl -n {pod.Text("metadata.namespace")} logs {pod.Text("metadata.name")} --previous --tail 50");
            }
        }

        return null;
    }

    private static LinkVerdict? Versions(Chain chain, JsonObject deployment)
    {
        if (KedaInstallation.VersionOf(deployment) is not { } version)
        {
            return null;
        }

        var definition = chain.Answers.Get(ApiPath.ScaledObjectDefinition);
        var others = chain.Keda.Of(KedaInstallation.AdapterName).Select(one => ("the metrics adapter", KedaInstallation.VersionOf(one)))
            .Append(("the definition of ScaledObjects", Scaling.Keda.Semantics.KedaVersion.TryParse(definition.Body.Map("metadata.labels").GetValueOrDefault("app.kubernetes.io/version", ""))));
        foreach (var (name, other) in others)
        {
            if (other is { } found && (found.Major, found.Minor) != (version.Major, version.Minor))
            {
                return LinkVerdict.Warning(
                    $"the operator is {version}, {name} {found}", "fields that one of them does not know are dropped in silence",
                    "install all of KEDA in one version: helm upgrade keda kedacore/keda --version <version>; definitions with kubectl apply --server-side");
            }
        }

        return null;
    }

    private static string Shown(JsonObject deployment) =>
        FormattableString.Invariant($"{KedaInstallation.VersionTextOf(deployment) ?? "of unknown version"} in {deployment.Text("metadata.namespace")}");
}
