using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>Network policies let pods reach the Services whose addresses they are given, and DNS.</summary>
internal sealed class ClientReach() : Check(new()
{
    Id = "network-policy-client",
    Severity = Severity.Error,
    Title = "Network policies let pods reach the Services whose addresses they are given, and DNS",
    Failure = "`connection timed out` or `Temporary failure in name resolution`: no request arrives and nothing scales",
    Cause = "A connection must be allowed on both sides, for the container's port and not the Service's; names need DNS in kube-system.",
    Fix = "Allow egress from the client, ingress to the app on its container port, and egress to kube-system on port 53.",
    About = [ResourceTypes.NetworkPolicy],
})
{
    private static readonly ContainerPort _dns = new("dns", 53, "UDP");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var (client, service) in from pods in stack.Pods
                                          from container in pods.Containers
                                          from variable in container.Objects("env")
                                          where variable.Text("value")?.Contains("//", StringComparison.Ordinal) is true
                                          from service in stack.OfType(ResourceTypes.Service)
                                          where variable.Text("value")?.Contains($"//{service.ObjectName()}.{service.Namespace()}", StringComparison.Ordinal) is true
                                          select (pods, service))
        {
            if (!NetworkReach.Allows(stack, client, "Egress", NetworkReach.KubeSystem, _dns))
            {
                yield return Found(client.Owner, "", "policies that keep it from DNS", "egress to kube-system on port 53, UDP");
            }

            foreach (var server in MonitorSelection.Pods(stack, service))
            {
                foreach (var port in server.Ports)
                {
                    var text = string.Create(CultureInfo.InvariantCulture, $"port {port.Number} of {server.Owner.Name}");
                    if (!NetworkReach.Allows(stack, client, "Egress", server, port))
                    {
                        yield return Found(client.Owner, "", $"policies that keep it from {text}", "egress to it");
                    }

                    if (!NetworkReach.Allows(stack, server, "Ingress", client, port))
                    {
                        yield return Found(server.Owner, "", $"policies that keep {client.Owner.Name} from {text}", "ingress from it");
                    }
                }
            }
        }
    }
}
