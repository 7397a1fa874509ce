using KedaStack.Scaling.Hpa.Trace;
using KedaStack.Scaling.Simulation.Recording;

namespace KedaStack.Tests.Scaling.Simulation;

public sealed class DecisionTextTests
{
    private static readonly HpaReconciliation _result = new() { Proposal = 20 };

    [Theory]
    [InlineData(20, 10, DecisionRule.MaxReplicas, null, "20 is above the maximum of 10")]
    [InlineData(1, 2, DecisionRule.MinReplicas, null, "1 is below the minimum of 2")]
    [InlineData(5, 10, DecisionRule.MaxReplicas, 200_000L, "the metric asks for 20, the maximum is 10")]
    [InlineData(5, 20, DecisionRule.Metric, 200_000L, "the metric asks for 20")]
    public void Reason_OfADecision_NamesTheMetricOnlyWhereItWasAsked(
        int from, int to, DecisionRule rule, long? metricMilli, string expected) =>
        Assert.Equal(expected, DecisionText.Explain(new ScalingDecision(0, from, to, rule, metricMilli, _result)));
}
