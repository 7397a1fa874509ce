using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>An address of a Service in a container's environment leads to a Service of the stack and one of its ports.</summary>
internal sealed partial class ServiceAddress() : Check(new()
{
    Id = "service-address",
    Severity = Severity.Error,
    Title = "An address of a Service in a container's environment leads to a Service of the stack and one of its ports",
    Failure = "`Name or service not known`, or `connection timed out`: the load generator makes no load",
    Cause = "The name is `<service>.<namespace>.svc.cluster.local`; without a port, http means 80.",
    Fix = "Use the Service's name, namespace and port.",
    About = [ResourceTypes.Deployment, ResourceTypes.StatefulSet, ResourceTypes.DaemonSet],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from pods in stack.Pods
        from container in pods.Containers
        from variable in container.Objects("env")
        let match = Address().Match(variable.Text("value") ?? "")
        where match.Success
        let service = stack.Find(ResourceTypes.Service, match.Groups["namespace"].Value, match.Groups["service"].Value)
        let port = match.Groups["port"] is { Success: true } given ? given.Value : match.Groups["scheme"].Value == "https" ? "443" : "80"
        // Of files, only a Service that is among them says which ports it has.
        where service is null ? stack.Files is null : service.Inputs.Objects("spec.ports").All(candidate => candidate.Scalar("port") != port)
        select Found(
            pods.Owner,
            "spec.template.spec.containers",
            $"{variable.Text("name")}={variable.Text("value")}",
            service is null
                ? $"a Service of the stack: {string.Join(", ", stack.OfType(ResourceTypes.Service).Select(known => $"{known.ObjectName()}.{known.Namespace()}"))}"
                : $"one of its ports: {string.Join(", ", service.Inputs.Objects("spec.ports").Select(candidate => candidate.Scalar("port")))}");

    [GeneratedRegex(@"^(?<scheme>https?)://(?<service>[a-z0-9-]+)\.(?<namespace>[a-z0-9-]+)(\.svc(\.cluster\.local)?)?(:(?<port>[0-9]+))?(/|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
