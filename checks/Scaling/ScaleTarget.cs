using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>The ScaledObject's target exists in its namespace.</summary>
internal sealed class ScaleTarget() : Check(new()
{
    Id = "scale-target",
    Severity = Severity.Error,
    Title = "The ScaledObject's target exists in its namespace",
    Failure = "`deployments.apps \"...\" not found`; the ScaledObject is not Ready: `ScaledObjectCheckFailed`",
    Cause = "KEDA looks for the target in the ScaledObject's own namespace.",
    Fix = "Name a Deployment of the same namespace in `scaleTargetRef`.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject))
        {
            // Without a name it is the API server that refuses a file's.
            var (kind, name) = (scaledObject.Inputs.Text("spec.scaleTargetRef.kind") ?? "Deployment", scaledObject.Inputs.Text("spec.scaleTargetRef.name"));
            if ((name is null && stack.Files is not null) || stack.TargetOf(scaledObject) is not null)
            {
                continue;
            }

            var namesakes = stack.Objects.Where(one => one.ObjectName() == name && one.Type.EndsWith($":{kind}", StringComparison.Ordinal)).ToList();
            if (namesakes.Exists(one => one.Namespace() == scaledObject.Namespace()))
            {
                continue;
            }

            if (namesakes.Find(one => one.Namespace().Length > 0 && scaledObject.Namespace().Length > 0) is { } elsewhere && stack.Files is not null)
            {
                yield return Found(
                    scaledObject, "spec.scaleTargetRef.name", $"{kind} {name}, which is in the namespace {elsewhere.Namespace()}", $"a target in {scaledObject.Namespace()}, where the ScaledObject is");
                continue;
            }

            var known = stack.Pods.Where(pods => pods.Spec is not null && pods.Namespace == scaledObject.Namespace()).Select(pods => pods.Owner.ObjectName()).ToList();
            yield return Absent(
                scaledObject, "spec.scaleTargetRef", $"{kind} {name}", known.Count == 0 ? "a target in the ScaledObject's namespace" : $"one of {string.Join(", ", known)}");
        }
    }
}
