using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Health;

/// <summary>Probes go to a port of the container.</summary>
internal sealed class ProbePort() : Check(new()
{
    Id = "probe-port",
    Severity = Severity.Error,
    Title = "Probes go to a port of the container",
    Failure = "`Startup probe failed: ... connection refused`, or `couldn't find port \"...\" on container`; then `CrashLoopBackOff`",
    Cause = "A probe's port is the name or number of one of the container's ports.",
    Fix = "Use the port's name.",
    About = [ResourceTypes.Deployment, ResourceTypes.StatefulSet, ResourceTypes.DaemonSet],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from pods in stack.Pods
        from probe in Probes.Of(pods)
        let port = probe.HttpGet.Scalar("port")
        // Kubernetes takes any number; a stack declares its ports.
        where !pods.Ports.Any(candidate => candidate.Is(port)) && (stack.Files is null || probe.HttpGet.Number("port") is null)
        select Found(pods.Owner, $"{probe.Path}.port", port, $"one of {string.Join(", ", pods.Ports.Select(candidate => candidate.Name))}");
}
