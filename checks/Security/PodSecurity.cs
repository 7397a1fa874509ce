using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>Pods meet the Pod Security standard "restricted".</summary>
internal sealed class PodSecurity() : Check(new()
{
    Id = "pod-security",
    Severity = Severity.Error,
    Title = "Pods meet the Pod Security standard \"restricted\"",
    Failure = "`violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false ...`, in the events of the ReplicaSet; or `container has runAsNonRoot and image will run as root`",
    Cause = "The namespaces enforce the standard, so that the pods are not made at all.",
    Fix = "Pod: runAsNonRoot, a numeric runAsUser, seccompProfile RuntimeDefault, no host namespaces, no hostPath. Container: allowPrivilegeEscalation false, capabilities.drop ALL.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    private static readonly string[] _hostNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var pods in stack.Pods.Where(pods => pods.Spec is not null))
        {
            var breaches = OfPod(pods.Spec!).Concat(pods.Containers.Concat(pods.Spec.Objects("initContainers"))
                .SelectMany(container => OfContainer(container, pods.Spec!)));
            foreach (var (path, found, expected) in breaches)
            {
                yield return Found(pods.Owner, $"spec.template.spec.{path}", found, expected);
            }
        }

        // What the values leave out is strict in the chart itself.
        foreach (var release in stack.Keda.Releases)
        {
            foreach (var (component, _) in KedaChart.Components)
            {
                var (pod, container) = ($"values.podSecurityContext.{component}", $"values.securityContext.{component}");
                foreach (var (path, isBreach) in new[]
                {
                    ($"{pod}.runAsNonRoot", release.Inputs.IsFalse($"{pod}.runAsNonRoot")),
                    ($"{container}.allowPrivilegeEscalation", release.Inputs.IsTrue($"{container}.allowPrivilegeEscalation")),
                    ($"{container}.privileged", release.Inputs.IsTrue($"{container}.privileged")),
                    ($"{container}.seccompProfile.type", release.Inputs.Text($"{container}.seccompProfile.type") is not (null or "RuntimeDefault" or "Localhost")),
                    ($"{container}.capabilities.drop", release.Inputs.At($"{container}.capabilities.drop") is not null && !release.Inputs.Texts($"{container}.capabilities.drop").Contains("ALL")),
                }.Where(one => one.Item2))
                {
                    yield return Found(release, path, release.Inputs.Shown(path), "what the standard \"restricted\" allows");
                }
            }
        }
    }

    private static IEnumerable<(string Path, string? Found, string Expected)> OfPod(JsonObject pod)
    {
        foreach (var name in _hostNamespaces.Where(name => pod.IsTrue(name)))
        {
            yield return (name, "true", "false");
        }

        if (pod.Objects("volumes").Any(volume => volume["hostPath"] is not null))
        {
            yield return ("volumes", "a hostPath", "none");
        }

        if (pod.Number("securityContext.runAsUser") == 0)
        {
            yield return ("securityContext.runAsUser", "0, which is root", "another number");
        }
    }

    private static IEnumerable<(string Path, string? Found, string Expected)> OfContainer(JsonObject container, JsonObject pod)
    {
        var path = $"containers ({container.Text("name")})";
        // A container's own context goes before the pod's.
        bool IsTrue(string key) => container.IsTrue($"securityContext.{key}") || (container.At($"securityContext.{key}") is null && pod.IsTrue($"securityContext.{key}"));
        var seccomp = container.Text("securityContext.seccompProfile.type") ?? pod.Text("securityContext.seccompProfile.type");
        if (!IsTrue("runAsNonRoot"))
        {
            yield return ($"{path}.securityContext.runAsNonRoot", container.Shown("securityContext.runAsNonRoot"), "true");
        }
        else if ((container.Number("securityContext.runAsUser") ?? pod.Number("securityContext.runAsUser")) is null)
        {
            yield return ($"{path}.securityContext.runAsUser", null, "a number, since the image's own user is root");
        }

        if (seccomp is not ("RuntimeDefault" or "Localhost"))
        {
            yield return ($"{path}.securityContext.seccompProfile.type", seccomp, "RuntimeDefault");
        }

        if (!container.IsFalse("securityContext.allowPrivilegeEscalation") || container.IsTrue("securityContext.privileged"))
        {
            yield return ($"{path}.securityContext.allowPrivilegeEscalation", container.Shown("securityContext.allowPrivilegeEscalation"), "false, and not privileged");
        }

        if (!container.Texts("securityContext.capabilities.drop").Contains("ALL"))
        {
            yield return ($"{path}.securityContext.capabilities.drop", container.Shown("securityContext.capabilities.drop"), "ALL");
        }

        if (container.Objects("ports").Any(port => port["hostPort"] is not null))
        {
            yield return ($"{path}.ports", "a hostPort", "none");
        }
    }
}
