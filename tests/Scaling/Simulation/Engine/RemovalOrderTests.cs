using KedaStack.Scaling.Simulation.Engine.Pods;

namespace KedaStack.Tests.Scaling.Simulation.Engine;

public sealed class RemovalOrderTests
{
    private const long Minute = 60_000;

    [Fact]
    public void Of_AllKinds_IsThatOfTheReplicaSet()
    {
        int[] order =
        [
            RemovalOrder.Of(hasNode: false, isReady: false, restarts: 0, 100 * Minute),
            RemovalOrder.Of(hasNode: true, isReady: false, restarts: 7, 100 * Minute),
            RemovalOrder.Of(hasNode: true, isReady: false, restarts: 1, 100 * Minute),
            RemovalOrder.Of(hasNode: true, isReady: false, restarts: 0, 1 * Minute),
            RemovalOrder.Of(hasNode: true, isReady: false, restarts: 0, 100 * Minute),
            RemovalOrder.Of(hasNode: true, isReady: true, restarts: 0, 1 * Minute),
            RemovalOrder.Of(hasNode: true, isReady: true, restarts: 0, 100 * Minute),
        ];

        Assert.Equal(order.Order(), order);
        Assert.Equal(order.Length, order.Distinct().Count());
    }

    // Recorded in all loops: 754 scale-downs took pods by the power of two of their age, not the newest.
    [Theory]
    [InlineData(280_000, 500_000, true)]
    [InlineData(270_000, 280_000, false)]
    [InlineData(140_000, 270_000, true)]
    public void Of_ReadyPods_ComparesThePowersOfTwoOfTheirAges(long one, long other, bool areAlike) => Assert.Equal(
        areAlike,
        RemovalOrder.Of(hasNode: true, isReady: true, restarts: 0, one) == RemovalOrder.Of(hasNode: true, isReady: true, restarts: 3, other));
}
