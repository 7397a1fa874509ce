using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files;
using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Tests.Resources.Files;

/// <summary>HPAs as others write them: of older versions, without metrics, and with types that no controller looks at.</summary>
public sealed class HpaFileTests
{
    [Fact]
    public void Metrics_OfV2Beta1_AreThoseOfV2()
    {
        var recorded = Read(
            "autoscaling/v2beta1",
            """
            [{"type": "Resource", "resource": {"name": "memory", "targetAverageUtilization": 60}},
             {"type": "Pods", "pods": {"metricName": "rps", "targetAverageValue": "500m"}},
             {"type": "Object", "object": {"metricName": "hits", "target": {"kind": "Ingress", "name": "web"}, "targetValue": "10"}},
             {"type": "External", "external": {"metricName": "queue", "metricSelector": {"matchLabels": {"queue": "in"}}, "targetAverageValue": "30"}}]
            """,
            """[{"type": "Resource", "resource": {"name": "memory", "currentAverageUtilization": 45, "currentAverageValue": "90Mi"}}]""");

        Assert.Equal(
            ["Resource memory 60000 Utilization", "Pods rps 500 AverageValue", "Object hits 10000 Value", "External queue 30000 AverageValue"],
            recorded.Spec.Metrics.Select(Shown));
        Assert.Equal("in", Assert.Single(Assert.IsType<ExternalMetricSource>(recorded.Spec.Metrics[3]).MatchLabels).Value);
        Assert.Equal(("Ingress", "web"), recorded.Spec.Metrics[2] is ObjectMetricSource found ? (found.ObjectKind, found.ObjectName) : default);
        Assert.Equal([45_000, null, null, null], recorded.ReportedMilli);
        Assert.Equal("autoscaling/v2beta1 is gone since Kubernetes 1.25: write autoscaling/v2, whose metrics have a target with a type and a value.", Assert.Single(recorded.Remarks));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public void Metrics_ThatAreNotNamed_AreCpuAtEightyPercent(string metrics)
    {
        var recorded = Read("autoscaling/v2", metrics, "[]");

        Assert.Equal("Resource cpu 80000 Utilization", Shown(Assert.Single(recorded.Spec.Metrics)));
        Assert.StartsWith("The HPA names no metric: ", Assert.Single(recorded.Remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pods", "pods", "Value", "averageValue", "Pods rps 500 AverageValue")]
    [InlineData("Pods", "pods", "AverageValue", "averageValue", "Pods rps 500 AverageValue")]
    [InlineData("External", "external", "Value", "averageValue", "External rps 500 AverageValue")]
    [InlineData("External", "external", "AverageValue", "value", "External rps 500 Value")]
    [InlineData("Pods", "pods", "Utilization", "averageValue", "Pods rps 500 AverageValue")]
    [InlineData("External", "external", "Utilization", "value", "External rps 500 Value")]
    [InlineData("Object", "object", "AverageValue", "averageValue", "Object rps 500 AverageValue")]
    public void Target_OfAType_IsReadFromTheFieldThatTheControllerReads(string type, string key, string targetType, string field, string expected) => Assert.Equal(
        expected,
        Shown(Assert.Single(Read(
            "autoscaling/v2", Metric(type, $"\"{key}\": {{\"metric\": {{\"name\": \"rps\"}}, ", targetType, field), "[]").Spec.Metrics)));

    [Theory]
    [InlineData("Utilization", "averageValue", "Resource cpu 500 AverageValue")]
    [InlineData("AverageValue", "averageUtilization", "Resource cpu 500 Utilization")]
    public void Target_OfAResource_IsReadFromTheFieldThatTheControllerReads(string targetType, string field, string expected) => Assert.Equal(
        expected,
        Shown(Assert.Single(Read(
            "autoscaling/v2", Metric("Resource", "\"resource\": {\"name\": \"cpu\", ", targetType, field), "[]").Spec.Metrics)));

    [Theory]
    [InlineData("Value", "averageValue", "(got Value beside averageValue); write value beside Value, or the type AverageValue")]
    [InlineData("AverageValue", "value", "(got AverageValue beside value); write averageValue beside AverageValue, or the type Value")]
    public void Target_OfAnObjectOfAnotherType_IsNoneForTheController(string targetType, string field, string rest)
    {
        var problems = new List<SettingsProblem>();
        var metric = Metric("Object", "\"object\": {\"metric\": {\"name\": \"rps\"}, ", targetType, field);

        Assert.Null(HpaFile.Of(Fields("autoscaling/v2", metric, "[]", problems), "hpa.yaml", problems));
        Assert.Equal(
            "hpa.yaml: spec.metrics[0].object.target.type: names a field that is not set, so that the HPA controller cannot use the metric: "
            + $"invalid object metric source: neither a value target nor an average value target was set {rest}",
            Assert.Single(problems).ToString());
    }

    [Fact]
    public void Target_OfAnObjectWithBothFields_IsThatOfItsType()
    {
        var metric = Metric("Object", "\"object\": {\"metric\": {\"name\": \"rps\"}, ", "Value", "averageValue").Replace("\"averageValue\"", "\"value\": \"5\", \"averageValue\"", StringComparison.Ordinal);

        Assert.Equal("Object rps 5000 Value", Shown(Assert.Single(Read("autoscaling/v2", metric, "[]").Spec.Metrics)));
    }

    [Fact]
    public void Target_OfAnObjectWithoutAField_IsMissing()
    {
        var problems = new List<SettingsProblem>();

        Assert.Null(HpaFile.Of(Fields(
            "autoscaling/v2", """[{"type": "Object", "object": {"metric": {"name": "rps"}, "target": {"type": "Value"}}}]""", "[]", problems), "hpa.yaml", problems));
        Assert.StartsWith("hpa.yaml: spec.metrics[0].object.target.value: is missing", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    private static string Metric(string type, string source, string targetType, string field) =>
        $"[{{\"type\": \"{type}\", {source}\"target\": {{\"type\": \"{targetType}\", \"{field}\": \"500m\"}}}}}}]";

    private static string Shown(MetricSource metric) => $"{metric.Type} {metric.Name} {metric.Target.Milli} {metric.TargetType}";

    private static RecordedHpa Read(string version, string metrics, string current)
    {
        var problems = new List<SettingsProblem>();
        var recorded = HpaFile.Of(Fields(version, metrics, current, problems), "hpa.yaml", problems);
        Assert.Empty(problems);
        return recorded!;
    }

    private static ObjectFields Fields(string version, string metrics, string current, ICollection<SettingsProblem> problems) => new(
        "hpa.yaml",
        "",
        (JsonObject)JsonNode.Parse(
            $$$"""
            {"apiVersion": "{{{version}}}", "kind": "HorizontalPodAutoscaler", "metadata": {"name": "web"},
             "spec": {"minReplicas": 2, "maxReplicas": 10, "scaleTargetRef": {"kind": "Deployment", "name": "web"}, "metrics": {{{metrics}}}},
             "status": {"currentReplicas": 2, "desiredReplicas": 2, "currentMetrics": {{{current}}}}}
            """)!,
        problems);
}
