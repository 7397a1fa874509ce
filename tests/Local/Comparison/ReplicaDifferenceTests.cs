using KedaStack.Local.Comparison;

namespace KedaStack.Tests.Local.Comparison;

public sealed class ReplicaDifferenceTests
{
    private static readonly TimeSpan _end = TimeSpan.FromSeconds(100);

    [Fact]
    public void Of_SameSteps_IsNothing() =>
        Assert.Equal(new ReplicaDifference(0, null, TimeSpan.Zero), Of(Steps((10, 4), (20, 8)), Steps((10, 4), (20, 8))));

    [Fact]
    public void Of_OneStepLate_IsTheTimeBetween() =>
        Assert.Equal(
            new ReplicaDifference(3, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(7)), Of(Steps((10, 4)), Steps((17, 4))));

    [Fact]
    public void Of_DifferenceOfOne_IsNotApart() =>
        Assert.Equal(new ReplicaDifference(1, TimeSpan.FromSeconds(10), TimeSpan.Zero), Of(Steps((10, 2)), Steps()));

    [Fact]
    public void Of_ApartAcrossSeveralSteps_CountsOnEnd() =>
        Assert.Equal(
            new ReplicaDifference(5, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30)),
            Of(Steps((10, 4), (20, 6), (40, 1)), Steps()));

    [Fact]
    public void Of_ApartUntilTheEnd_CountsToIt() =>
        Assert.Equal(TimeSpan.FromSeconds(40), Of(Steps((60, 9)), Steps()).LongestApart);

    private static ReplicaDifference Of(ReplicaSteps one, ReplicaSteps other) => ReplicaDifference.Of(one, other, _end);

    private static ReplicaSteps Steps(params (int Second, int Replicas)[] changes) =>
        new(1, [.. changes.Select(change => (TimeSpan.FromSeconds(change.Second), change.Replicas))]);
}
