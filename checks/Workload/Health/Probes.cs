using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload.Health;

/// <summary>The HTTP probes of containers.</summary>
internal static class Probes
{
    private static readonly string[] _kinds = ["startupProbe", "readinessProbe", "livenessProbe"];

    /// <summary>The probes of pods: the path of the input, and its <c>httpGet</c>.</summary>
    public static IEnumerable<(string Path, JsonObject HttpGet)> Of(PodGroup pods) =>
        from container in pods.Containers.Select((json, index) => (json, index))
        from kind in _kinds
        let probe = container.json.At($"{kind}.httpGet") as JsonObject
        where probe is not null
        select ($"spec.template.spec.containers[{container.index}].{kind}.httpGet", probe);
}
