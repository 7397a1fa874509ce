using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Doctor.Evidence;

/// <summary>The PodMonitors and ServiceMonitors that select the pods of a chain.</summary>
internal static class ScrapeMonitors
{
    // That of Prometheus' own configuration; Azure's agent and the Prometheus operator scrape twice as often.
    private static readonly TimeSpan _defaultInterval = TimeSpan.FromMinutes(1);

    /// <summary>Those of both groups.</summary>
    public static IEnumerable<(string Group, JsonObject Json)> Of(Chain chain)
    {
        var labels = chain.Target.Map("spec.template.metadata.labels");
        var services = chain.Answers.Items(ApiPath.Core(chain.Namespace, "services"))
            .Where(service => !service.Map("spec.selector").IsEmpty && LabelSelector.Matches(service.Map("spec.selector"), labels)).ToList();
        foreach (var group in ApiPath.MonitorGroups)
        {
            foreach (var monitor in chain.Answers.Items(ApiPath.Monitors(group, chain.Namespace, "podmonitors")).Where(one => LabelSelector.Matches(one.At("spec.selector"), labels)))
            {
                yield return (group, monitor);
            }

            foreach (var monitor in chain.Answers.Items(ApiPath.Monitors(group, chain.Namespace, "servicemonitors"))
                .Where(one => services.Exists(service => LabelSelector.Matches(one.At("spec.selector"), service.Map("metadata.labels")))))
            {
                yield return (group, monitor);
            }
        }
    }

    /// <summary>How often the pods are scraped: as the monitors say, else the default; the longest of several.</summary>
    public static TimeSpan Interval(Chain chain) => Of(chain).SelectMany(one => one.Json.Objects("spec.podMetricsEndpoints").Concat(one.Json.Objects("spec.endpoints")))
        .Select(endpoint => PrometheusDuration.TryParse(endpoint.Text("interval") ?? "", out var interval) && interval > TimeSpan.Zero ? interval : _defaultInterval)
        .DefaultIfEmpty(_defaultInterval).Max();
}
