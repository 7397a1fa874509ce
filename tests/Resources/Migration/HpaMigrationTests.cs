using System.Text.Json.Nodes;
using KedaStack.Resources.Files;
using KedaStack.Resources.Migration;

namespace KedaStack.Tests.Resources.Migration;

public sealed class HpaMigrationTests
{
    private static readonly JsonObject _target = new() { ["apiVersion"] = "apps/v1", ["kind"] = "Deployment", ["name"] = "web" };

    [Fact]
    public void CpuAndMemory_BecomeTriggersThatDecideTheSame()
    {
        var migration = Of(
            """
            [{"type": "Resource", "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 70}}},
             {"type": "ContainerResource", "containerResource": {"name": "memory", "container": "web", "target": {"type": "AverageValue", "averageValue": "256Mi"}}}]
            """);

        Assert.Empty(migration.Untranslated);
        Assert.Empty(MigrationComparison.Of(migration));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                [{"type": "cpu", "metricType": "Utilization", "metadata": {"value": "70"}},
                 {"type": "memory", "metricType": "AverageValue", "metadata": {"value": "256Mi", "containerName": "web"}}]
                """),
            migration.Manifest["spec"]!["triggers"]), migration.Manifest.ToJsonString());
        Assert.Equal("true", (string?)migration.Manifest["metadata"]!["annotations"]!["scaledobject.keda.sh/transfer-hpa-ownership"]);
        Assert.Equal("web", (string?)migration.Manifest["spec"]!["advanced"]!["horizontalPodAutoscalerConfig"]!["name"]);
        Assert.Equal(300, (int?)migration.Manifest["spec"]!["advanced"]!["horizontalPodAutoscalerConfig"]!["behavior"]!["scaleDown"]!["stabilizationWindowSeconds"]);
    }

    [Fact]
    public void OtherMetrics_AreNamedAndShowAsDifferences()
    {
        var migration = Of(
            """
            [{"type": "Resource", "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 70}}},
             {"type": "External", "external": {"metric": {"name": "queue"}, "target": {"type": "AverageValue", "averageValue": "30"}}}]
            """);

        Assert.StartsWith("metrics[1] (External queue) has no trigger: ", Assert.Single(migration.Untranslated), StringComparison.Ordinal);
        Assert.All(MigrationComparison.Of(migration), difference => Assert.Equal("queue", difference.Metric.Name));
        Assert.NotEmpty(MigrationComparison.Of(migration));
    }

    private static HpaMigration Of(string metrics) => HpaMigration.Of(
        HpaFile.Spec((JsonObject)JsonNode.Parse(
            """
            {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler", "metadata": {"name": "web", "namespace": "shop"},
             "spec": {"minReplicas": 2, "maxReplicas": 10, "metrics": METRICS, "behavior": {"scaleDown": {"stabilizationWindowSeconds": 300}}}}
            """.Replace("METRICS", metrics, StringComparison.Ordinal))!),
        _target);
}
