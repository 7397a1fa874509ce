using KedaStack.Scaling;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Prometheus.Rates;

namespace KedaStack.Tests.Scaling;

public sealed class ScalingSemanticsTests
{
    [Fact]
    public void Default_IsWhatAzureUsersGet()
    {
        var semantics = ScalingSemantics.Default;

        Assert.Equal(PrometheusEngine.LeftOpen3, semantics.Engine);
        Assert.Equal(KedaSemantics.ForVersion(20), semantics.Keda);
        Assert.Equal(HpaSemantics.ForKubernetes(35), semantics.Hpa);
    }

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1000, 1000)]
    [InlineData(-1, -1000)]
    public void EvaluationTime_Now_IsCutDownToTheSecond(long now, long expected) => Assert.Equal(expected, KedaQuery.EvaluationTime(now));
}
