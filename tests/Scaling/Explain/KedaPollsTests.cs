using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class KedaPollsTests
{
    // The longest of: the cooldown, the one at the beginning, and the failures until the fallback acts and one more.
    [Theory]
    [InlineData(90, 0, null, 90)]
    [InlineData(0, 120, null, 120)]
    [InlineData(90, 120, 3, 120)]
    [InlineData(90, 120, 7, 120)]
    [InlineData(90, 120, 8, 135)]
    [InlineData(0, 0, 0, 15)]
    [InlineData(0, 0, null, 0)]
    public void Memory_OfAScaledObject_IsAsLongAsAPollMayMatter(int cooldownSeconds, int initialSeconds, int? failures, int expectedSeconds)
    {
        var polls = Polls(Cases.ScaledObject with
        {
            CooldownPeriod = TimeSpan.FromSeconds(cooldownSeconds),
            InitialCooldownPeriod = TimeSpan.FromSeconds(initialSeconds),
            Fallback = failures is { } threshold ? new Fallback(threshold, 4) : null,
        });

        Assert.Equal(expectedSeconds * 1000, polls.MemoryMilliseconds);
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(1, 1000)]
    [InlineData(15, 15_000)]
    public void Interval_OfAScaledObject_IsASecondAtLeast(int seconds, long expected) =>
        Assert.Equal(expected, Polls(Cases.ScaledObject with { PollingInterval = TimeSpan.FromSeconds(seconds) }).IntervalMilliseconds);

    // Replicas that are there were in use until now: the cooldown begins with the poll before.
    [Fact]
    public void Poll_WhileCoolingDown_KeepsTheReplicas()
    {
        var polls = Polls(Cases.ScaledObject with { MinReplicaCount = 0 });

        Assert.Equal((3, ScaleDecisionKind.CoolingDown), (polls.Poll(75_000, 3, isHpaActive: true), polls.Kind));
        Assert.Equal((0, ScaleDecisionKind.Deactivated), (polls.Poll(76_000, 3, isHpaActive: true), polls.Kind));
        Assert.Equal(nameof(ScaleDecisionKind.Deactivated), polls.Reason);
    }

    private static KedaPolls Polls(ScaledObject scaledObject) =>
        new(ScalingCase.Of(scaledObject, ScalerReading.Of(0), 3));
}
