using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Monitors;

/// <summary>The scraped path is one that the app answers with metrics, over the scheme that it speaks.</summary>
internal sealed class ScrapePath() : Check(new()
{
    Id = "scrape-path",
    Severity = Severity.Error,
    Title = "The scraped path is one that the app answers with metrics, over the scheme that it speaks",
    Failure = "`up` is 0, with `expected a valid start token` or `http: server gave HTTP response to HTTPS client` on the target",
    Cause = "Other paths answer with something other than the Prometheus text format. The path is read from the app's script; nothing is known of an app in an image, and the check stays silent.",
    Fix = "Use the app's path, usually `/metrics`, and `scheme: http` unless it has a certificate.",
    About = [ResourceTypes.ServiceMonitor, ResourceTypes.PodMonitor, ResourceTypes.OtherServiceMonitor, ResourceTypes.OtherPodMonitor],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from target in stack.ScrapeTargets
        where ExposedMetrics.Of(target.Pods, stack).AreKnown
        let script = string.Join('\n', target.Pods.MountedFiles(stack).Values)
        from endpoint in target.Monitor.Inputs.Objects("spec.endpoints").Select((json, index) => (json, index))
        let path = endpoint.json.Text("path") ?? "/metrics"
        let isHttps = endpoint.json.Text("scheme") == "https"
        where !script.Contains($"\"{path}\"", StringComparison.Ordinal) || (isHttps && !script.Contains("ssl", StringComparison.Ordinal))
        select Found(target.Monitor, $"spec.endpoints[{endpoint.index}].{(isHttps ? "scheme" : "path")}", isHttps ? "https" : path, "what the app's script answers");
}
