using KedaStack.Scaling.Simulation;

namespace KedaStack.Tests.Scaling.Simulation;

public sealed class RemovalOrderTests
{
    [Fact]
    public void Of_AllKinds_IsThatOfTheReplicaSet()
    {
        int[] order =
        [
            RemovalOrder.Of(hasNode: false, isReady: false, restarts: 0),
            RemovalOrder.Of(hasNode: true, isReady: false, restarts: 7),
            RemovalOrder.Of(hasNode: true, isReady: false, restarts: 1),
            RemovalOrder.Of(hasNode: true, isReady: false, restarts: 0),
            RemovalOrder.Of(hasNode: true, isReady: true, restarts: 0),
        ];

        Assert.Equal(order.Order(), order);
        Assert.Equal(order.Length, order.Distinct().Count());
    }

    [Fact]
    public void Of_ReadyPods_LeavesItToTheirAge() => Assert.Equal(
        RemovalOrder.Of(hasNode: true, isReady: true, restarts: 0), RemovalOrder.Of(hasNode: true, isReady: true, restarts: 3));
}
