using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Replicas;

/// <summary>The stack does not fix the replicas of what KEDA scales.</summary>
internal sealed class ReplicasFixed() : Check(new()
{
    Id = "replicas-fixed",
    Severity = Severity.Error,
    Title = "The stack does not fix the replicas of what KEDA scales",
    Failure = "every `pulumi up` scales the app back, under full load; or `conflict with \"kube-controller-manager\" ... .spec.replicas`",
    Cause = "The replicas are written by the HPA; a number in the Deployment, or the default that an update compares with, undoes it.",
    Fix = "Leave `spec.replicas` out and put it into `IgnoreChanges`.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject))
        {
            if (stack.TargetOf(scaledObject) is not { } target)
            {
                continue;
            }

            if (target.Owner.Inputs.Shown("spec.replicas") is { } replicas)
            {
                yield return Found(target.Owner, "spec.replicas", replicas, "no replicas");
            }
            else if (!target.Owner.Options.IgnoreChanges.Contains("spec.replicas"))
            {
                yield return Found(target.Owner, "spec.replicas", "changes that are not ignored", "ignoreChanges: spec.replicas");
            }
        }
    }
}
