using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Network;

/// <summary>Ports are 1 to 65535, and those of pods without root at least 1024.</summary>
internal sealed class PortNumbers() : Check(new()
{
    Id = "port-numbers",
    Severity = Severity.Error,
    Title = "Ports are 1 to 65535, and those of pods without root at least 1024",
    Failure = "`must be between 1 and 65535, inclusive`, or `PermissionError: [Errno 13] Permission denied` in the pod's log",
    Cause = "A process that is not root cannot listen on the ports below.",
    Fix = "Let the container listen on a port such as 8000 and the Service on 80.",
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var service in stack.OfType(ResourceTypes.Service))
        {
            foreach (var finding in Outside(service, service.Inputs.Objects("spec.ports"), "spec.ports", "port", 1))
            {
                yield return finding;
            }
        }

        foreach (var pods in stack.Pods)
        {
            for (var i = 0; i < pods.Containers.Count; i++)
            {
                foreach (var finding in Outside(
                    pods.Owner, pods.Containers[i].Objects("ports"), $"spec.template.spec.containers[{i}].ports", "containerPort", stack.Files is null || pods.Spec.IsTrue("securityContext.runAsNonRoot") ? 1024 : 1))
                {
                    yield return finding;
                }
            }
        }
    }

    private IEnumerable<Finding> Outside(
        GraphResource resource, IReadOnlyList<JsonObject> ports, string path, string key, int least) =>
        from port in ports.Select((json, index) => (json, index))
        let number = port.json.Number(key)
        where number is null || number < least || number > 65535
        select Found(resource, $"{path}[{port.index}].{key}", port.json.Shown(key), $"{least} to 65535");
}
