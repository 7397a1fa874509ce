using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Azure;

/// <summary>Whether a node pool can grow for pods that wait.</summary>
internal static class AzurePods
{
    /// <summary>A verdict on pods that wait for a node, with what the node pools say; the same one where they were not read, or one can grow.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="waiting">How many pods wait.</param>
    public static LinkVerdict Explain(Chain chain, LinkVerdict verdict, int waiting)
    {
        var azure = new AzureSide(chain.Answers);
        if (azure.NodePools is not [_, ..] pools || !pools.All(pool => pool.IsFull))
        {
            return verdict;
        }

        // A node for each pod that waits is enough.
        var scaled = pools.Where(pool => pool.Most is not null).OrderByDescending(pool => pool.IsUser).FirstOrDefault();
        var pool = scaled ?? pools.OrderByDescending(one => one.IsUser).First();
        var cause = scaled is null ? AzureCauses.FixedPools : AzureCauses.FullPools;
        var found = scaled is null
            ? $"node pool {pool.Name} has {Shown.Count(pool.Count, "node")}, and the cluster autoscaler is off"
            : string.Join(" and ", pools.Where(one => one.Most is not null).Select(one => $"node pool {one.Name} is at its maximum of {Shown.Count(one.Most!.Value, "node")}"));
        return cause.Fail(
            $"{verdict.Found}; {found}", azure, ("pool", pool.Name), ("least", FormattableString.Invariant($"{pool.Least ?? pool.Count}")),
            ("most", FormattableString.Invariant($"{(pool.Most ?? pool.Count) + waiting}")));
    }
}
