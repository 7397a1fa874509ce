using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Checks.Monitoring.Monitors;

/// <summary>Scrape intervals are Prometheus durations of at least a second, and no timeout is above its interval.</summary>
internal sealed class ScrapeTimes() : Check(new()
{
    Id = "scrape-times",
    Severity = Severity.Error,
    Title = "Scrape intervals are Prometheus durations of at least a second, and no timeout is above its interval",
    Failure = "`scrape timeout greater than scrape interval for scrape config with job name ...`: the agent rejects the monitor, and there are no targets",
    Cause = "Prometheus refuses such a configuration.",
    Fix = "Write durations as `15s` or `1m`, and a timeout of at most the interval.",
    About = [ResourceTypes.ServiceMonitor, ResourceTypes.PodMonitor, ResourceTypes.OtherServiceMonitor, ResourceTypes.OtherPodMonitor],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var monitor in stack.ServiceMonitors.Concat(stack.PodMonitors))
        {
            var path = monitor.Type.EndsWith(":ServiceMonitor", StringComparison.Ordinal) ? "spec.endpoints" : "spec.podMetricsEndpoints";
            for (var i = 0; i < monitor.Inputs.Objects(path).Count; i++)
            {
                var (intervalPath, timeoutPath) = ($"{path}[{i}].interval", $"{path}[{i}].scrapeTimeout");
                var interval = Duration(monitor.Inputs.Scalar(intervalPath));
                if (interval is null || interval < TimeSpan.FromSeconds(1))
                {
                    yield return Found(monitor, intervalPath, monitor.Inputs.Shown(intervalPath), "a Prometheus duration of at least 1s");
                }
                else if (monitor.Inputs.Scalar(timeoutPath) is { } text && (Duration(text) is not { } timeout || timeout > interval || timeout == TimeSpan.Zero))
                {
                    yield return Found(monitor, timeoutPath, text, $"a Prometheus duration of at most {PrometheusDuration.Format(interval.Value)}");
                }
            }
        }
    }

    private static TimeSpan? Duration(string? text) =>
        text is null ? ScrapeTarget.DefaultInterval : PrometheusDuration.TryParse(text, out var duration) ? duration : null;
}
