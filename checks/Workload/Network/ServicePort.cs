using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>A Service's ports lead to ports of the containers.</summary>
internal sealed class ServicePort() : Check(new()
{
    Id = "service-port",
    Severity = Severity.Error,
    Title = "A Service's ports lead to ports of the containers",
    Failure = "`connection refused`, or no endpoints for a port name that no container has; `up` is 0 and the query's result is empty",
    Cause = "`targetPort` is the name or number of a container's port; without it, the Service's own number counts.",
    Fix = "Use the name of the container's port.",
    About = [ResourceTypes.Service],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from service in stack.OfType(ResourceTypes.Service)
        from pods in MonitorSelection.Pods(stack, service)
        from port in service.Inputs.Objects("spec.ports").Select((json, index) => (json, index))
        let target = port.json.Scalar("targetPort") ?? port.json.Scalar("port")
        let protocol = port.json.Text("protocol") ?? "TCP"
        // Kubernetes takes any number; a container need not declare its ports.
        where stack.Files is null || pods.Ports.Count > 0 || port.json.Number("targetPort") is null
        where !pods.Ports.Any(candidate => candidate.Is(target) && candidate.Protocol == protocol)
        let severity = stack.Files is not null && port.json.Text("targetPort") is null ? Severity.Warning : Info.Severity
        let ports = string.Join(", ", pods.Ports.Select(Shown))
        select Found(service, $"spec.ports[{port.index}].targetPort", $"{target} ({protocol})", $"one of {ports}") with { Severity = severity };

    private static string Shown(ContainerPort port) => port.Name.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{port.Number} ({port.Protocol})")
        : string.Create(CultureInfo.InvariantCulture, $"{port.Name} ({port.Number}, {port.Protocol})");
}
