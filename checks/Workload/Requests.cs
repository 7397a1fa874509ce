using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>What is scaled requests processor and memory, and has a memory limit.</summary>
internal sealed class Requests() : Check(new()
{
    Id = "requests",
    Severity = Severity.Warning,
    Title = "What is scaled requests processor and memory, and has a memory limit",
    Failure = "all replicas on one node, which runs out of memory (`OOMKilled`, `Evicted`), and a cluster autoscaler that adds no node",
    Cause = "The scheduler and the cluster autoscaler look at requests only.",
    Fix = "Set `resources.requests` and `resources.limits.memory`.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    private static readonly string[] _wanted = ["requests.cpu", "requests.memory", "limits.memory"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        let pods = stack.TargetOf(scaledObject)
        where pods is not null
        from container in pods.Containers.Select((json, index) => (json, index))
        from wanted in _wanted
        where container.json.At($"resources.{wanted}") is null
        select Found(pods.Owner, $"spec.template.spec.containers[{container.index}].resources.{wanted}", null, "a quantity");
}
