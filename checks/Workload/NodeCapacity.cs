using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Workload;

/// <summary>maxReplicaCount replicas fit on nodeCountMax nodes.</summary>
internal sealed class NodeCapacity() : Check(new()
{
    Id = "node-capacity",
    Severity = Severity.Warning,
    Title = "maxReplicaCount replicas fit on nodeCountMax nodes",
    Failure = "pods `Pending` with `0/4 nodes are available: Insufficient cpu`, and `pod didn't trigger scale-up: max node group size reached`",
    Cause = "The cluster autoscaler stops at the pool's maximum. Counted are the requests of the stack's pods and the chart's, what AKS keeps of each node, and about half a core and 1 GiB for its own pods (estimate); sizes whose memory does not follow from their name are left out.",
    Fix = "Raise the pool's `maxCount`, take larger nodes, or lower `maxReplicaCount` or the requests.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster))
        {
            var pools = cluster.Inputs.Objects("agentPoolProfiles");
            var sizes = pools.Select(pool => NodeSize.Of(pool.Text("vmSize"))).ToList();
            if (pools.Count == 0 || sizes.Contains(null))
            {
                continue;
            }

            foreach (var (resource, of) in new (string, Func<NodeSize, decimal>)[] { ("cpu", size => size.Cores), ("memory", size => size.Bytes) })
            {
                var there = pools.Zip(sizes, (pool, size) => (pool.Number("maxCount") ?? pool.Number("count") ?? 1) * of(size!)).Sum();
                var needed = stack.Pods.Sum(pods => MostReplicas(stack, pods) * Request(pods, resource));
                if (needed > there)
                {
                    yield return Found(
                        cluster, "agentPoolProfiles", $"{Shown(needed, resource)} requested at the maximum replica count", $"at most {Shown(there, resource)}, what the maximum node count has");
                }
            }
        }
    }

    private static decimal MostReplicas(StackView stack, PodGroup pods)
    {
        var scaledObject = stack.OfType(ResourceTypes.ScaledObject).FirstOrDefault(one => stack.TargetOf(one)?.Owner.Urn == pods.Owner.Urn);
        return scaledObject is not null ? scaledObject.Inputs.Number("spec.maxReplicaCount") ?? 100
            : pods.Spec is null ? KedaChart.Replicas(pods.Owner, Component(pods))
            : pods.Owner.Inputs.Number("spec.replicas") ?? 1;
    }

    private static decimal Request(PodGroup pods, string resource) => pods.Spec is null
        ? Quantity.Parse(Values(pods.Owner, Component(pods), resource)) ?? 0
        : pods.Containers.Sum(container => Quantity.Parse(container.Scalar($"resources.requests.{resource}")) ?? 0);

    private static string? Values(GraphResource release, string component, string resource) =>
        release.Inputs.Scalar($"values.resources.{component}.requests.{resource}");

    private static string Component(PodGroup pods) => KedaChart.Components.First(component => component.App == pods.Labels["app"]).Component;

    private static string Shown(decimal value, string resource) => resource == "cpu"
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.##} cores")
        : string.Create(CultureInfo.InvariantCulture, $"{value / 1024 / 1024 / 1024:0.##} GiB");
}
