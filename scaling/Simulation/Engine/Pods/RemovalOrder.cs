namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>
/// Which pods a ReplicaSet removes first (pkg/controller/controller_utils.go, ActivePodsWithRanks): those without a node, then
/// those that are not Ready, of these the ones that restarted more often, then the younger. Ages are compared by the power of
/// two that they reach (feature gate LogarithmicScaleDown, on since 1.22), and pods of one power by their UIDs, which are
/// random (recorded: 754 scale-downs, all in this order, while always the newest went in 279). A pod in its restart back-off is in the phase
/// Running, as one that starts up is once its container runs, so that nothing else sets them apart. Left out: the
/// short phase Pending of a pod that has its node, and the evening out over nodes.
/// </summary>
public static class RemovalOrder
{
    private const int Ages = 64;
    private const double NanosecondsPerMillisecond = 1_000_000;

    /// <summary>The place of a pod: lower ones go first, and those of one place by their UIDs.</summary>
    /// <param name="hasNode">Whether it has a node.</param>
    /// <param name="isReady">Whether it is Ready.</param>
    /// <param name="restarts">How often its container was restarted, or is to be.</param>
    /// <param name="ageMilliseconds">For how long it has been Ready, or existed where it is not.</param>
    public static int Of(bool hasNode, bool isReady, int restarts, long ageMilliseconds = 0) =>
        !hasNode ? int.MinValue + Age(ageMilliseconds)
        : isReady ? Age(ageMilliseconds) + 1
        : Age(ageMilliseconds) - ((restarts + 1) * Ages);

    // The whole power of two of the nanoseconds.
    private static int Age(long milliseconds) => milliseconds <= 0 ? 0 : (int)Math.Log2(milliseconds * NanosecondsPerMillisecond);
}
