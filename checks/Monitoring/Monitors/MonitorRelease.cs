using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Monitors;

/// <summary>Monitors have the labels by which the Prometheus operator chooses them.</summary>
internal sealed partial class MonitorRelease() : Check(new()
{
    Id = "monitor-release",
    Severity = Severity.Warning,
    Title = "Monitors have the labels by which the Prometheus operator chooses them",
    Failure = "no target and no error anywhere, and `prometheus metrics 'prometheus' target may be lost, the result is empty`",
    Cause = "A Prometheus reads only monitors that its serviceMonitorSelector and podMonitorSelector match; that of kube-prometheus-stack asks for the label release with the name of its Helm release.",
    Fix = "Write `scrapeLabels: [release=NAME]`, or `scrape.labels` of the workload; `kubectl get prometheus --all-namespaces -o yaml` has the selectors. Give its answer in JSON with `--given`, and this check follows it.",
    FixInFiles = "Give the monitor the labels that the Prometheus selects, or let its selector match everything: `{}`.",
    About = [ResourceTypes.OtherServiceMonitor, ResourceTypes.OtherPodMonitor],
})
{
    private const string Label = "release";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        List<GraphResource> readers = [.. stack.OfType(ResourceTypes.Prometheus)];
        var guess = Release(stack);
        foreach (var monitor in stack.OfType(ResourceTypes.OtherServiceMonitor).Concat(stack.OfType(ResourceTypes.OtherPodMonitor)))
        {
            var labels = stack.LabelsOf(monitor);
            if (readers.Count > 0)
            {
                if (!readers.Exists(reader => Selector(reader, monitor) is { } selector && LabelSelector.Matches(selector, labels)))
                {
                    yield return Found(
                        monitor, "metadata.labels", LabelSelector.Shown(labels),
                        $"those that {string.Join(" or ", readers.Select(reader => $"{reader.Namespace()}/{reader.ObjectName()} ({Shown(reader, monitor)})"))} selects");
                }
            }
            // Of files nobody knows for which Prometheus they are.
            else if (stack.Files is null && stack.Given.HasPrometheus && !labels.ContainsKey(Label))
            {
                yield return Found(monitor, $"metadata.labels.{Label}", null, $"the name of kube-prometheus-stack's Helm release{(guess is null ? "" : $", which is {guess} by the address")}");
            }
        }
    }

    // Left out, it selects nothing; empty, everything.
    private static System.Text.Json.Nodes.JsonNode? Selector(GraphResource reader, GraphResource monitor) =>
        reader.Inputs.At(monitor.Type == ResourceTypes.OtherServiceMonitor ? "spec.serviceMonitorSelector" : "spec.podMonitorSelector");

    private static string Shown(GraphResource reader, GraphResource monitor) =>
        Selector(reader, monitor) is { } selector ? LabelSelector.Shown(selector.Map("matchLabels")) : "no monitor at all";

    private static string? Release(StackView stack) => stack.PrometheusTriggers
        .Select(trigger => Uri.TryCreate(trigger.Metadata("serverAddress"), UriKind.Absolute, out var address) ? Service().Match(address.Host) : Match.Empty)
        .Where(match => match.Success)
        .Select(match => match.Groups["release"] is { Success: true } release ? release.Value : "kube-prometheus-stack")
        .FirstOrDefault();

    // The Service of the chart: its full name, cut at 26 characters, and -prometheus
    // (prometheus-community/helm-charts, kube-prometheus-stack, _helpers.tpl).
    [GeneratedRegex(@"^(?:(?<release>[a-z0-9][a-z0-9-]*?)-kube-p[a-z-]*|kube-prometheus-stack)-prometheus(?:\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Service();
}
