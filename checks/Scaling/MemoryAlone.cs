using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>Memory is not the only thing that an app scales on.</summary>
internal sealed class MemoryAlone() : Check(new()
{
    Id = "memory-alone",
    Severity = Severity.Warning,
    Title = "Memory is not the only thing that an app scales on",
    Failure = "replicas that are added and never taken away: a process keeps its memory when the load is gone, and a new pod takes none from the others",
    Cause = "Memory follows what a process has allocated, and rarely its load.",
    Fix = "Scale on the load (requests, a queue) or on cpu, and size memory by requests and limits.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        where scaledObject.Inputs.Objects("spec.triggers") is [var only] && only.Text("type") == "memory"
        select Found(scaledObject, "spec.triggers[0].type", "memory, and no other trigger", "a trigger that follows the load");
}
