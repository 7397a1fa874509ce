using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>Pods have a read-only root file system and no token of a service account.</summary>
internal sealed class PodHardening() : Check(new()
{
    Id = "pod-hardening",
    Severity = Severity.Warning,
    Title = "Pods have a read-only root file system and no token of a service account",
    Failure = "nothing, until somebody gets into the pod",
    Cause = "A token that nobody needs can be stolen; a file system that can be written to keeps what was brought in.",
    Fix = "Set `readOnlyRootFilesystem: true` on containers and `automountServiceAccountToken: false` on pods.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var pods in stack.Pods.Where(pods => pods.Spec is not null))
        {
            if (!pods.Spec.IsFalse("automountServiceAccountToken"))
            {
                yield return Found(
                    pods.Owner, "spec.template.spec.automountServiceAccountToken", pods.Spec.Shown("automountServiceAccountToken"), "false");
            }

            for (var i = 0; i < pods.Containers.Count; i++)
            {
                if (!pods.Containers[i].IsTrue("securityContext.readOnlyRootFilesystem"))
                {
                    var path = $"spec.template.spec.containers[{i}].securityContext.readOnlyRootFilesystem";
                    yield return Found(pods.Owner, path, pods.Owner.Inputs.Shown(path), "true");
                }
            }
        }

        foreach (var release in stack.Keda.Releases)
        {
            foreach (var path in KedaChart.Components.Select(component => $"values.securityContext.{component.Component}.readOnlyRootFilesystem"))
            {
                if (release.Inputs.IsFalse(path))
                {
                    yield return Found(release, path, "false", "true");
                }
            }
        }
    }
}
