using KedaStack.Tests.Scaling.Simulation;

namespace KedaStack.Tests.Scaling;

public sealed class ScalingSettingsTests
{
    // Threshold 10, activation at 5: only from a minimum of 0 it has to be passed.
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 5_000, 0)]
    [InlineData(0, 5_001, 1)]
    [InlineData(0, 10_001, 2)]
    [InlineData(0, 45_000, 5)]
    [InlineData(1, 0, 1)]
    [InlineData(2, 5_000, 2)]
    [InlineData(2, 45_000, 5)]
    [InlineData(2, 500_000, 10)]
    public void ReplicasAtRest_OfALoad_AreThoseThatItComesTo(int min, long milliRequestsPerSecond, int expected) => Assert.Equal(
        expected, (Scenarios.DemoSettings with { MinReplicaCount = min, ActivationThreshold = 5 }).ReplicasAtRest(milliRequestsPerSecond));
}
