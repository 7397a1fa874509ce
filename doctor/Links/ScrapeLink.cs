using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Links;

/// <summary>Whether somebody scrapes the pods.</summary>
internal sealed class ScrapeLink() : Link(
    LinkIds.Scrape, "PodMonitors and ServiceMonitors of both groups, the Services, the pods' labels and ports; Prometheus: the age of the series, the series there are instead, up of their job; Azure: the cluster's state, the agent, its settings and jobs and where it sends to",
    "a monitor of monitoring.coreos.com where Azure's agent scrapes, a port name that no container has, a scrape that fails, has ended or never was, the agent off or down, samples that go nowhere or to another workspace, another value of the label cluster, one of the agent's own targets that is off or not kept, a cluster that is stopped. Samples that are late, and settings that the agent rejects, are warnings")
{
    private const string Agent = "azmonitoring.coreos.com";
    private const string Operator = "monitoring.coreos.com";

    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        if (AzureScrape.Judge(chain) is { } azure)
        {
            return azure;
        }

        if (chain.ScaledObject is not null && chain.PrometheusTriggers.Count == 0)
        {
            return AzureScrape.Remark(chain) ?? LinkVerdict.Pass("no trigger asks Prometheus");
        }

        var read = ApiPath.MonitorGroups.SelectMany(group => ApiPath.MonitorPlurals.Select(plural => chain.Answers.Get(ApiPath.Monitors(group, chain.Namespace, plural)))).ToList();
        var monitors = ScrapeMonitors.Of(chain).ToList();
        var isManaged = chain.PrometheusTriggers.Any(trigger => trigger.IsManaged);
        if (isManaged && !monitors.Exists(one => one.Group == Agent) && monitors.Find(one => one.Group == Operator) is { Json: not null } other)
        {
            return LinkVerdict.Fail(
                $"{other.Json.Text("kind")} {other.Json.Text("metadata.name")} is of {Operator}", $"the agent of managed Prometheus reads {Agent}/v1 only, so nobody scrapes the pods",
                $"write apiVersion: {Agent}/v1 and apply it again");
        }

        if (monitors.Find(one => PortObjection(chain, one.Json) is not null) is { Json: { } wrong })
        {
            return LinkVerdict.Fail($"{wrong.Text("kind")} {wrong.Text("metadata.name")}: {PortObjection(chain, wrong)}", "nothing is scraped", $"kubectl -n {chain.Namespace} edit {wrong.Text("kind")?.ToLowerInvariant()} {wrong.Text("metadata.name")}");
        }

        return SeriesProbe.Judge(chain) ?? AzureScrape.Remark(chain) ?? Scraped(chain, read, monitors);
    }

    private static LinkVerdict Scraped(Chain chain, List<ClusterAnswer> read, IReadOnlyList<(string Group, JsonObject Json)> monitors)
    {
        var (note, fresh) = (AzureScrape.Note(chain), SeriesProbe.Freshness(chain));
        return monitors is [var first, ..] ? LinkVerdict.Pass($"{first.Json.Text("kind")} {first.Json.Text("metadata.name")} selects the pods{(fresh is null ? "" : $"; {fresh}")}{note}")
            : fresh is not null ? LinkVerdict.Pass($"{fresh}{note}")
            : AzureScrape.Job(chain) is { } job ? LinkVerdict.Pass($"the agent's own configuration has the job {job}{note}")
            : read.Exists(answer => answer.IsOk) ? LinkVerdict.NotRead($"no monitor of this namespace selects the pods; they may be scraped by another configuration{note}")
            : LinkVerdict.NotRead($"monitors: {read.Find(answer => !answer.IsMissing)?.WhyUnread ?? "this cluster has none of their kinds"}{note}");
    }

    private static string? PortObjection(Chain chain, JsonObject monitor)
    {
        if (monitor.Text("kind") != "PodMonitor" || chain.Target is null)
        {
            return null;
        }

        var ports = chain.Target.Objects("spec.template.spec.containers").SelectMany(container => container.Objects("ports")).Select(port => port.Text("name")).OfType<string>().ToList();
        return monitor.Objects("spec.podMetricsEndpoints").Select(endpoint => endpoint.Text("port")).FirstOrDefault(port => port is not null && !ports.Contains(port)) is { } missing
            ? $"no container has a port with the name {missing}{(ports.Count > 0 ? $" (there is {string.Join(", ", ports)})" : "")}" : null;
    }
}
