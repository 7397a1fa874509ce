using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Tests.Resources.Views;

/// <summary>What is read of pods: their ports, and the metrics that their scripts say they expose.</summary>
public sealed class PodViewTests
{
    private static readonly StackView _stack = StackViews.Of(
        StackViews.Resource(
            ResourceTypes.Deployment, "app",
            """
            {"metadata": {"name": "app", "namespace": "shop"}, "spec": {"template": {"spec": {
              "volumes": [{"name": "script", "configMap": {"name": "script"}}],
              "containers": [{"name": "app", "volumeMounts": [{"name": "script", "mountPath": "/app"}],
                "ports": [{"name": "web", "containerPort": 8000}, {"containerPort": 53, "protocol": "UDP"}]}]}}}}
            """),
        StackViews.Resource(
            ResourceTypes.ConfigMap, "script",
            """
            {"metadata": {"name": "script", "namespace": "shop"},
             "data": {"app.py": "# TYPE hits_total counter\n# TYPE load gauge\n# TYPE latency histogram\n# TYPE size summary\n"}}
            """));

    [Fact]
    public void Ports_OfAContainer_AreOfTcpUnlessTheySayOtherwise() =>
        Assert.Equal([new("web", 8000, "TCP"), new("", 53, "UDP")], Assert.Single(_stack.Pods).Ports);

    // Of a histogram and of a summary there are three series each, which only grow.
    [Theory]
    [InlineData("hits_total", true, true)]
    [InlineData("load", true, false)]
    [InlineData("latency_bucket", true, true)]
    [InlineData("latency_count", true, true)]
    [InlineData("size_sum", true, true)]
    [InlineData("load_sum", false, null)]
    [InlineData("hits_total_count", false, null)]
    [InlineData("other", false, null)]
    public void Metric_OfTheScript_IsKnownWithItsType(string metric, bool isKnown, bool? isCounter)
    {
        var metrics = ExposedMetrics.Of(Assert.Single(_stack.Pods), _stack);

        Assert.Equal((isKnown, isCounter), (metrics.Contains(metric), metrics.IsCounter(metric)));
    }
}
