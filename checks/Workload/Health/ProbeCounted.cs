using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Health;

/// <summary>Probes ask a path that the app does not count.</summary>
internal sealed class ProbeCounted() : Check(new()
{
    Id = "probe-counted",
    Severity = Severity.Warning,
    Title = "Probes ask a path that the app does not count",
    Failure = "load without users: with a readiness probe every 5 s each pod makes 0.2 requests per second just by existing, and an app that may go to 0 never does",
    Cause = "Probes are requests. That a path is not counted is read from the app's script, which then compares the request's path with it by name; nothing is known of an app in an image, and the check stays silent.",
    Fix = "Probe a path that the app answers without counting, such as `/healthz`.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from scaledObject in stack.OfType(ResourceTypes.ScaledObject)
        let pods = stack.TargetOf(scaledObject)
        where pods is not null && ExposedMetrics.Of(pods, stack).AreKnown
        let script = string.Join('\n', pods.MountedFiles(stack).Values)
        from probe in Probes.Of(pods)
        let path = probe.HttpGet.Text("path") ?? "/"
        where !IsTreatedApart(script, path)
        select Found(pods.Owner, $"{probe.Path}.path", path, "a path that the app's script tells from others");

    private static bool IsTreatedApart(string script, string path) =>
        new[] { $"== \"{path}\"", $"== '{path}'", $"case \"{path}\"", $"case '{path}'" }
            .Any(comparison => script.Contains(comparison, StringComparison.Ordinal));
}
