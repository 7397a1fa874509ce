namespace KedaStack.Scaling.Simulation;

/// <summary>
/// Which pods a ReplicaSet removes first (pkg/controller/controller_utils.go, ActivePodsWithRanks): those without a node, then
/// those that are not Ready, of these the ones that restarted more often, then the newest. A pod in its restart back-off is
/// in the phase Running, as one that starts up is once its container runs, so that nothing else sets them apart. Left out:
/// the short phase Pending of a pod that has its node, the evening out over nodes, and the random choice among
/// Ready pods of about one age.
/// </summary>
public static class RemovalOrder
{
    /// <summary>The place of a pod: lower ones go first, and of one place the newest.</summary>
    /// <param name="hasNode">Whether it has a node.</param>
    /// <param name="isReady">Whether it is Ready.</param>
    /// <param name="restarts">How often its container was restarted, or is to be.</param>
    public static int Of(bool hasNode, bool isReady, int restarts) => !hasNode ? int.MinValue : isReady ? 1 : -restarts;
}
