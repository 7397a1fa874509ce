using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Resources.Views;

/// <summary>Pods that a ServiceMonitor or PodMonitor has scraped, and the labels that this adds.</summary>
internal sealed record ScrapeTarget
{
    /// <summary>The interval of an endpoint that does not say one, with the agent of Azure Monitor.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

    /// <summary>The ServiceMonitor or PodMonitor.</summary>
    public required GraphResource Monitor { get; init; }

    /// <summary>The pods.</summary>
    public required PodGroup Pods { get; init; }

    /// <summary>How often they are scraped.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>The containers' ports that are scraped.</summary>
    public required IReadOnlyList<ContainerPort> Ports { get; init; }

    /// <summary>The labels with a value known before there is a pod, but for <c>cluster</c>.</summary>
    public required ImmutableDictionary<string, string> Labels { get; init; }

    /// <summary>All that are scraped.</summary>
    public static IReadOnlyList<ScrapeTarget> All(StackView stack) =>
    [
        .. from monitor in stack.ServiceMonitors
           from service in MonitorSelection.Services(stack, monitor)
           from endpoint in monitor.Inputs.Objects("spec.endpoints")
           from port in service.Inputs.Objects("spec.ports").Where(port => port.Text("name") == endpoint.Text("port"))
           from pods in MonitorSelection.Pods(stack, service)
           select Of(monitor, endpoint, pods, port.Scalar("targetPort") ?? port.Scalar("port")) with { Labels = Labelled(monitor, endpoint, pods, service) },
        .. from monitor in stack.PodMonitors
           from pods in MonitorSelection.PodsOf(stack, monitor)
           from endpoint in monitor.Inputs.Objects("spec.podMetricsEndpoints")
           where pods.Ports.Any(port => port.Is(endpoint.Scalar("port")))
           select Of(monitor, endpoint, pods, endpoint.Scalar("port")),
    ];

    private static ScrapeTarget Of(GraphResource monitor, JsonObject endpoint, PodGroup pods, string? port) => new()
    {
        Monitor = monitor,
        Pods = pods,
        Interval = PrometheusDuration.TryParse(endpoint.Text("interval") ?? "", out var interval) ? interval : DefaultInterval,
        Ports = [.. pods.Ports.Where(candidate => candidate.Is(port))],
        Labels = Labelled(monitor, endpoint, pods, service: null),
    };

    private static ImmutableDictionary<string, string> Labelled(
        GraphResource monitor, JsonObject endpoint, PodGroup pods, GraphResource? service)
    {
        var labels = ImmutableDictionary<string, string>.Empty
            .Add("namespace", pods.Namespace)
            .Add("endpoint", endpoint.Text("port") ?? "")
            .Add("job", service?.ObjectName() ?? $"{monitor.Namespace()}/{monitor.ObjectName()}");
        labels = service is null ? labels : labels.Add("service", service.ObjectName());
        return monitor.Inputs.Text("spec.jobLabel") is { } jobLabel && (service?.Labels() ?? pods.Labels).TryGetValue(jobLabel, out var job)
            ? labels.SetItem("job", job)
            : labels;
    }
}
