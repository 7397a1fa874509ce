using System.Text.Json.Nodes;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>Requests and limits are quantities, and no request is above its limit.</summary>
internal sealed class ResourceLimits() : Check(new()
{
    Id = "resource-limits",
    Severity = Severity.Error,
    Title = "Requests and limits are quantities, and no request is above its limit",
    Failure = "`spec.containers[0].resources.requests: Invalid value: \"...\": must be less than or equal to memory limit`, or `quantities must match the regular expression`",
    Cause = "The API server refuses the pods.",
    Fix = "Write processors as `100m` or `1` and memory as `128Mi`.",
    About = [ResourceTypes.Deployment, ResourceTypes.StatefulSet, ResourceTypes.DaemonSet],
})
{
    private static readonly string[] _kinds = ["requests", "limits"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var containers = stack.Pods.SelectMany(pods => pods.Containers.Select((container, index) =>
            (pods.Owner, Path: $"spec.template.spec.containers[{index}].resources", Resources: container["resources"])));
        var chart = stack.Keda.Releases.SelectMany(release => KedaChart.Components.Select(component =>
            (Owner: release, Path: $"values.resources.{component.Component}", Resources: release.Inputs.At($"values.resources.{component.Component}"))));
        return containers.Concat(chart).SelectMany(one => Of(one.Owner, one.Path, one.Resources));
    }

    private IEnumerable<Finding> Of(GraphResource owner, string path, JsonNode? resources)
    {
        foreach (var (kind, key, text) in _kinds.SelectMany(kind => resources.Map(kind).Select(entry => (kind, entry.Key, entry.Value))))
        {
            if (Quantity.Parse(text) is not > 0)
            {
                yield return Found(owner, $"{path}.{kind}.{key}", text, "a quantity above 0");
            }
            else if (kind == "requests" && Quantity.Parse(resources.Map("limits").GetValueOrDefault(key)) is { } limit && Quantity.Parse(text) > limit)
            {
                yield return Found(owner, $"{path}.requests.{key}", text, $"at most the limit, {resources.Map("limits")[key]}");
            }
        }
    }
}
