using System.Text.RegularExpressions;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>The cluster has a system pool, and the bounds of its pools are in order.</summary>
internal sealed class NodePools() : Check(new()
{
    Id = "node-pools",
    Severity = Severity.Error,
    Title = "The cluster has a system pool, and the bounds of its pools are in order",
    Failure = "`Must define at least one system pool`, `minCount ... must not be greater than maxCount`, `AgentPoolName is invalid`",
    Cause = "AKS puts its own pods on system pools, and checks all of this before it makes a node.",
    Fix = "One Linux pool of mode System with 1 <= minCount <= count <= maxCount and a name of at most 12 lower-case letters and digits.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var cluster in stack.OfType(ResourceTypes.Cluster))
        {
            var pools = cluster.Inputs.Objects("agentPoolProfiles");
            if (!pools.Any(pool => pool.Text("mode") == "System" && pool.Text("osType") is null or "Linux"))
            {
                yield return Found(cluster, "agentPoolProfiles", $"{pools.Count} pools, none a Linux pool of mode System", "a system pool");
            }

            for (var i = 0; i < pools.Count; i++)
            {
                var pool = pools[i];
                if (!PoolName.IsMatch(pool.Text("name") ?? ""))
                {
                    yield return Found(cluster, $"agentPoolProfiles[{i}].name", pool.Shown("name"), "1 to 12 lower-case letters and digits, a letter first");
                }

                // Azure chooses the size in an Automatic cluster.
                if (!VmSize.IsMatch(pool.Text("vmSize") ?? "") && !(pool.Text("vmSize") is null && IsAutomatic(cluster)))
                {
                    yield return Found(cluster, $"agentPoolProfiles[{i}].vmSize", pool.Shown("vmSize"), "the name of a VM size, such as Standard_D2s_v5");
                }

                var (min, count, max) = (pool.Number("minCount"), pool.Number("count"), pool.Number("maxCount"));
                if (pool.IsTrue("enableAutoScaling") ? !(min >= 1 && min <= (count ?? min) && (count ?? min) <= max) : count is null or < 1 || min is not null || max is not null)
                {
                    yield return Found(
                        cluster, $"agentPoolProfiles[{i}]", $"minCount {min}, count {count}, maxCount {max}, enableAutoScaling {pool.Shown("enableAutoScaling")}", "1 <= minCount <= count <= maxCount, with enableAutoScaling");
                }
            }
        }
    }

    private static bool IsAutomatic(GraphResource cluster) => cluster.Inputs.Text("sku.name") == "Automatic";

    private static Regex PoolName => field ??= new("^[a-z][a-z0-9]{0,11}$", RegexOptions.CultureInvariant);

    private static Regex VmSize => field ??= new("^Standard_[A-Z]+[0-9]+[-0-9a-zA-Z_]*$", RegexOptions.CultureInvariant);
}
