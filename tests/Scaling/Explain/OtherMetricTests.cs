using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Proposals;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class OtherMetricTests
{
    private static readonly Tolerances _tolerances = new(0.1, 0.1);

    [Theory]
    [InlineData("Resource", false, 90, 60, 6)]
    [InlineData("Resource", false, 63, 60, 4)]
    // 0.28 * 25 is a little above 7 as a double, which upstream rounds up.
    [InlineData("Resource", false, 28, 100, 8, 25)]
    [InlineData("Pods", false, 5, 10, 2)]
    [InlineData("Object", false, 20, 10, 8)]
    [InlineData("Object", true, 15, 10, 6)]
    public void Proposal_WithAValue_IsThatOfItsType(string type, bool shared, int value, int target, int replicas, int pods = 4)
    {
        var metric = new OtherMetric
        {
            Type = type,
            Name = "x",
            IsShared = shared,
            TargetMilli = 1000L * target,
            ReportedMilli = 1000L * value,
        };

        Assert.Equal(replicas, metric.Proposal(pods, _tolerances));
    }

    [Fact]
    public void Proposal_WithoutAValue_IsNone() =>
        Assert.Null(new OtherMetric { Type = "Resource", Name = "cpu", TargetMilli = 60_000 }.Proposal(4, _tolerances));
}
