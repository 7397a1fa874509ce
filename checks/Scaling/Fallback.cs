using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>A fallback says how many failures it takes and how many replicas follow.</summary>
internal sealed class Fallback() : Check(new()
{
    Id = "fallback",
    Severity = Severity.Error,
    Title = "A fallback says how many failures it takes and how many replicas follow",
    Failure = "`spec.fallback.failureThreshold: Required value`, or `both FailureThreshold and Replicas must be greater than or equal to 0`",
    Cause = "Both numbers are required, and the behavior is one of five values.",
    Fix = "Set `failureThreshold` and `replicas`, and no `behavior` or one of static, currentReplicas, currentReplicasIfHigher, currentReplicasIfLower, scalingModifiers.",
    About = [ResourceTypes.ScaledObject],
})
{
    private static readonly HashSet<string> _behaviors =
        ["static", "currentReplicas", "currentReplicasIfHigher", "currentReplicasIfLower", "scalingModifiers"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject).Where(one => one.Inputs.At("spec.fallback") is not null))
        {
            foreach (var path in new[] { "spec.fallback.failureThreshold", "spec.fallback.replicas" })
            {
                if (scaledObject.Inputs.Number(path) is null or < 0)
                {
                    yield return Found(scaledObject, path, scaledObject.Inputs.Shown(path), "a whole number of at least 0");
                }
            }

            if (scaledObject.Inputs.Text("spec.fallback.behavior") is { } behavior && !_behaviors.Contains(behavior))
            {
                yield return Found(scaledObject, "spec.fallback.behavior", behavior, $"one of {string.Join(", ", _behaviors)}");
            }
        }
    }
}
