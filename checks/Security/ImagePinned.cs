using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>Images are pinned by digest, and charts by version.</summary>
internal sealed partial class ImagePinned() : Check(new()
{
    Id = "image-pinned",
    Severity = Severity.Error,
    Title = "Images are pinned by digest, and charts by version",
    Failure = "another program after the next restart of a pod; `InvalidImageName` or `ImagePullBackOff` for an invalid name",
    Cause = "A tag can be moved, and a chart without a version is the newest one.",
    Fix = "Write `registry/name:tag@sha256:<digest>`, and a full version of the chart.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var pods in stack.Pods)
        {
            for (var i = 0; i < pods.Containers.Count; i++)
            {
                if (!Image().IsMatch(pods.Containers[i].Text("image") ?? ""))
                {
                    yield return Found(
                        pods.Owner, $"spec.template.spec.containers[{i}].image", pods.Containers[i].Shown("image"), "an image with @sha256: and 64 digits");
                }
            }
        }

        foreach (var release in stack.OfType(ResourceTypes.HelmRelease))
        {
            if (!Version().IsMatch(release.Inputs.Text("version") ?? ""))
            {
                yield return Found(release, "version", release.Inputs.Shown("version"), "a version such as 2.20.2");
            }
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._:/-]*[a-z0-9](:[A-Za-z0-9_][A-Za-z0-9_.-]*)?@sha256:[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"^v?[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.-]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
