using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Links;

/// <summary>The metrics APIs that the HPA reads.</summary>
internal sealed class MetricsApiLink() : Link(
    LinkIds.MetricsApi, "the APIServices of the metrics APIs that the HPA needs, each metric as the HPA asks for it against what its query gives now, and the namespace's conditions",
    "no adapter, one that does not answer, the API in the hands of another adapter; no metrics-server for cpu and memory; a namespace that cannot be deleted because of it. A value that the query did not give within a polling interval and a minute is a warning")
{
    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        var needsExternal = chain.HpaMetrics.Count > 0 || chain.Triggers.Any(trigger => !trigger.IsOfPods);
        needsExternal |= chain.HeldUpByExternalMetrics is not null;
        var needsPods = chain.Hpa.Objects("spec.metrics").Any(metric => metric.Text("type") is "Resource" or "ContainerResource") || chain.Triggers.Any(trigger => trigger.IsOfPods);
        return (needsExternal ? HoldUp(chain, External(chain)) : null)
            ?? (needsPods ? Service(chain.Answers.Get(ApiPath.ResourceMetricsService), null, "metrics-server", "cpu and memory of the pods") : null)
            ?? Failed(chain) ?? SourceValue.JudgeKeda(chain) ?? Values(chain, needsExternal);
    }

    private static LinkVerdict? External(Chain chain)
    {
        var isKeda = chain.ScaledObject is not null || chain.OwnerName is not null;
        return Service(
            chain.Answers.Get(ApiPath.ExternalMetricsService), isKeda ? KedaInstallation.AdapterName : null, "KEDA's metrics adapter", "external metrics");
    }

    /// <summary>What is wrong, with the namespace that cannot go because of it: of an API that nobody serves, nobody can say whether objects are left.</summary>
    private static LinkVerdict? HoldUp(Chain chain, LinkVerdict? verdict)
    {
        if (chain.HeldUpByExternalMetrics is not { } message)
        {
            return verdict;
        }

        var found = $"namespace {chain.Namespace} cannot be deleted: NamespaceDeletionDiscoveryFailure: {ScalerCauses.Shown(message)}";
        const string Means = "while the external metrics API is down, no namespace of the cluster can be deleted, also those without a ScaledObject";
        return verdict is not null ? verdict with { Found = $"{verdict.Found}; {found}", Means = $"{verdict.Means}; {Means}" }
            // What is well now, the namespace's controller sees at its next try.
            : chain.Answers.Get(ApiPath.ExternalMetricsService).IsOk ? null
            : LinkVerdict.Fail(found, Means, "kubectl get apiservice v1beta1.external.metrics.k8s.io -o yaml");
    }

    /// <summary>What is wrong with an APIService; null for nothing, and where it was not read.</summary>
    private static LinkVerdict? Service(ClusterAnswer answer, string? wanted, string adapter, string what)
    {
        var name = answer.Path[(answer.Path.LastIndexOf('/') + 1)..];
        var show = $"kubectl get apiservice {name} -o yaml";
        if (answer.IsMissing)
        {
            return LinkVerdict.Fail($"there is no APIService {name}", $"nobody serves {what}: {adapter} is not installed", $"install {adapter}; kubectl get apiservices | grep metrics");
        }

        if (!answer.IsOk)
        {
            return null;
        }

        var service = answer.Body.Text("spec.service.name");
        if (wanted is not null && service is not null && service != wanted)
        {
            return LinkVerdict.Fail(
                $"APIService {name} belongs to Service {answer.Body.Text("spec.service.namespace")}/{service}{Unavailable(answer.Body, "; ")}",
                "a cluster has one external metrics API, and another adapter has taken it: KEDA's is not asked",
                $"take the other adapter's external metrics away, then let KEDA's chart or add-on write the APIService again; {show}");
        }

        return Unavailable(answer.Body, "") is { Length: > 0 } why
            ? LinkVerdict.Fail(
                $"APIService {name}: {why}",
                Chain.Condition(answer.Body, "Available").Text("reason") switch
                {
                    "ServiceNotFound" => "the Service that it names does not exist",
                    "MissingEndpoints" or "EndpointsNotFound" => $"{adapter} has no pod that is ready",
                    _ => $"the API server cannot reach {adapter}: it is down, or a network policy or a firewall is between (port 6443)",
                },
                $"kubectl -n {answer.Body.Text("spec.service.namespace") ?? "kube-system"} get pods,endpointslices")
            : null;
    }

    /// <summary>Whether the adapter says that it has no connection to the operator (pkg/metricsservice/client.go).</summary>
    private static bool IsCutOff(MetricRead read) => read.Answer.Message.Contains("gRPC connection", StringComparison.Ordinal);

    private static string Unavailable(JsonNode? service, string before) => Chain.Condition(service, "Available") is { } condition && condition.Text("status") != "True"
        ? $"{before}{condition.Text("reason")}: {ScalerCauses.Shown(condition.Text("message") ?? "")}" : "";

    private static LinkVerdict? Failed(Chain chain)
    {
        if (chain.Reads.FirstOrDefault(read => !read.Answer.IsOk && !read.IsUnread) is { } failed)
        {
            return LinkVerdict.Fail(
                failed.IsSilent ? $"{failed.Metric} is not answered"
                    : FormattableString.Invariant($"{failed.Metric}: HTTP {failed.Answer.Status}: {ScalerCauses.Shown(failed.Answer.Message)}"),
                failed.IsFromOperator ? "the API works, but KEDA has no value to give"
                    : IsCutOff(failed) ? "the metrics adapter cannot reach the operator (port 9666): the operator is not ready, or a network policy is between" : "the external metrics API gives no value",
                MessageTable.Command(IsCutOff(failed) ? "kubectl -n {operator} get pods,services,networkpolicies" : "kubectl -n {namespace} describe scaledobject {name}", chain)) with
            { IsConsequence = true };
        }

        return null;
    }

    private static LinkVerdict Values(Chain chain, bool needsExternal)
    {
        if (chain.Reads.FirstOrDefault(read => read.IsUnread) is { } unread && !chain.Reads.Any(read => read.Answer.IsOk))
        {
            return LinkVerdict.NotRead($"{unread.Metric}: {unread.Answer.WhyUnread}");
        }

        return chain.Reads.Count > 0 ? LinkVerdict.Pass($"gives {string.Join(", ", chain.Reads.Where(read => read.Milli is not null).Select(read => $"{read.Metric} {ShownNumber.Milli(read.Milli!.Value)}"))}")
            : needsExternal && chain.Answers.Get(ApiPath.ExternalMetricsService).IsUnread ? LinkVerdict.NotRead($"APIService: {chain.Answers.Get(ApiPath.ExternalMetricsService).WhyUnread}")
            : chain.Hpa is null && chain.ScaledObject is null && chain.Answers.Get(ApiPath.Hpas(chain.Namespace)).IsUnread ? LinkVerdict.NotRead("which metrics are asked for is not known")
            : LinkVerdict.Pass(needsExternal ? "available" : "available; no external metric is asked for");
    }
}
