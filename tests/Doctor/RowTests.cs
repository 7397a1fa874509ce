using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor;

/// <summary>Rows of the specification's tables that no recording and no scenario has: a right chain with one answer changed.</summary>
public sealed class RowTests
{
    private const string Folder = "tests/Scenarios/doctor-failures";

    [Theory]
    [InlineData(404, null, "keda-operator-metrics-apiserver", "there is no APIService v1beta1.external.metrics.k8s.io")]
    [InlineData(200, "ServiceNotFound", "keda-operator-metrics-apiserver", "the Service that it names does not exist")]
    [InlineData(200, "MissingEndpoints", "keda-operator-metrics-apiserver", "has no pod that is ready")]
    [InlineData(200, "FailedDiscoveryCheck", "keda-operator-metrics-apiserver", "cannot reach KEDA's metrics adapter")]
    [InlineData(200, null, "prometheus-adapter", "another adapter has taken it")]
    public void ApiService_ThatIsNotKedas_IsTheMetricsApi(int status, string? reason, string service, string part)
    {
        var conditions = reason is null ? """{"type":"Available","status":"True"}""" : $$$"""{"type":"Available","status":"False","reason":"{{{reason}}}","message":"x"}""";
        var report = Judge((ApiPath.ExternalMetricsService, status, $$$"""{"spec":{"service":{"name":"{{{service}}}","namespace":"keda"}},"status":{"conditions":[{{{conditions}}}]}}"""));

        Assert.Equal(("metrics-api", LinkState.Fail), (report.Worst.First?.Id, report.Worst.First?.Verdict.State));
        Assert.Contains(part, $"{report.Worst.First!.Verdict.Found} {report.Worst.First.Verdict.Means}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KEDAScaleTargetActivationFailed", 0, "KEDA could not scale Deployment web from 0: quota")]
    [InlineData("KEDAScaleTargetActivationFailed", 3, null)]
    [InlineData("KEDAScaleTargetDeactivationFailed", 3, "KEDA could not scale Deployment web to 0: quota")]
    [InlineData("KEDAScaleTargetDeactivationFailed", 0, null)]
    [InlineData("KEDAScaleTargetActivated", 0, null)]
    public void Step_FromOrToZeroThatIsRefused_IsReplicasWhileItHolds(string reason, int replicas, string? found)
    {
        var deployments = Read(ApiPath.Of("apps/v1", "shop", "deployments"));
        deployments["items"]![0]!["spec"]!["replicas"] = replicas;
        (deployments["items"]![0]!["metadata"] as JsonObject)!.Remove("managedFields");
        var report = Judge(
            (ApiPath.Of("apps/v1", "shop", "deployments"), 200, deployments.ToJsonString()),
            (ApiPath.Events("shop"), 200, $$$"""{"items":[{"eventTime":"2026-11-29T11:45:04Z","reason":"{{{reason}}}","type":"Warning","note":"quota","regarding":{"kind":"ScaledObject","name":"web"}}]}"""));

        var verdict = report.Worst.Links.Single(link => link.Id == "replicas").Verdict;
        Assert.Equal(found is null ? LinkState.Pass : LinkState.Fail, verdict.State);
        Assert.Contains(found ?? "", verdict.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotation_ThatForcesActivation_IsSaid()
    {
        var scaledObjects = Read(ApiPath.ScaledObjects("shop"));
        scaledObjects["items"]![0]!["metadata"]!["annotations"] = new JsonObject { ["autoscaling.keda.sh/force-activation"] = "true" };

        var report = Judge((ApiPath.ScaledObjects("shop"), 200, scaledObjects.ToJsonString()));

        Assert.Contains("autoscaling.keda.sh/force-activation holds it active", report.Worst.Links.Single(link => link.Id == "scaled-object").Verdict.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("averageValue", "77", true)]
    [InlineData("value", "77", true)]
    [InlineData("averageValue", null, false)]
    public void Hpa_WithAnotherTargetThanTheThreshold_IsBehind(string key, string? value, bool isBehind)
    {
        var (scaledObjects, hpas) = (Read(ApiPath.ScaledObjects("shop")), Read(ApiPath.Hpas("shop")));
        var trigger = scaledObjects["items"]![0]!["spec"]!["triggers"]![0]!["metadata"]!;
        trigger["threshold"] = "0.5";
        hpas["items"]![0]!["spec"]!["metrics"] = JsonNode.Parse("""
            [{"type":"External","external":{"metric":{"name":"s0-prometheus","selector":{"matchLabels":{"scaledobject.keda.sh/name":"web"}}},"target":{"<key>":"<value>"}}}]
            """.Replace("<key>", key, StringComparison.Ordinal).Replace("<value>", value ?? "500m", StringComparison.Ordinal));

        var verdict = Judge((ApiPath.ScaledObjects("shop"), 200, scaledObjects.ToJsonString()), (ApiPath.Hpas("shop"), 200, hpas.ToJsonString())).Worst.Links.Single(link => link.Id == "hpa").Verdict;

        Assert.Equal(isBehind, verdict.Found.Contains("has the target 77 for s0-prometheus, the trigger asks for 0.5", StringComparison.Ordinal));
    }

    /// <summary>A namespace without anything of KEDA that cannot go, since nobody serves the external metrics API (amendment 10).</summary>
    [Theory]
    [InlineData(200, "False", "True", "external.metrics.k8s.io/v1beta1", true)]
    [InlineData(403, "False", "True", "external.metrics.k8s.io/v1beta1", true)]
    [InlineData(200, "True", "True", "external.metrics.k8s.io/v1beta1", false)]
    [InlineData(404, "False", "True", "external.metrics.k8s.io/v1beta1", false)]
    [InlineData(200, "False", "False", "external.metrics.k8s.io/v1beta1", false)]
    [InlineData(200, "False", "True", "widgets.example.com/v1", false)]
    public void Namespace_ThatCannotBeDeleted_IsTheMetricsApiWhereThatIsDown(int status, string available, string condition, string group, bool isDown)
    {
        var report = Judge(
            (ApiPath.Namespace("shop"), 200, $$$"""
                {"metadata":{"name":"shop"},"status":{"phase":"Terminating","conditions":[{"type":"NamespaceDeletionDiscoveryFailure","status":"{{{condition}}}","reason":"DiscoveryFailed",
                "message":"Discovery failed for some groups, 1 failing: unable to retrieve the complete list of server APIs: {{{group}}}: stale GroupVersion discovery: {{{group}}}"}]}}
                """),
            (ApiPath.ScaledObjects("shop"), 200, """{"items":[]}"""), (ApiPath.Hpas("shop"), 200, """{"items":[]}"""),
            (ApiPath.ExternalMetricsService, status, $$$"""{"spec":{"service":{"name":"keda-operator-metrics-apiserver","namespace":"keda"}},"status":{"conditions":[{"type":"Available","status":"{{{available}}}","reason":"FailedDiscoveryCheck","message":"x"}]}}"""));

        var verdict = report.Worst.Links.Single(link => link.Id == "metrics-api").Verdict;
        Assert.Equal(isDown ? LinkState.Fail : LinkState.Pass, verdict.State);
        Assert.Equal(isDown, $"{verdict.Found} {verdict.Means}".Contains("no namespace of the cluster can be deleted", StringComparison.Ordinal));
        Assert.Equal(isDown ? "metrics-api" : null, report.Worst.Links.FirstOrDefault(link => link.Verdict.State == LinkState.Fail)?.Id);
    }

    /// <summary>The messages of the specification's section C, with what they mean.</summary>
    [Theory]
    [InlineData("ScaledObject doesn't have correct scaleTargetRef specification: x", "does not exist in this namespace")]
    [InlineData("Target resource doesn't exist: x", "does not exist in this namespace")]
    [InlineData("Target resource doesn't expose /scale subresource: x", "has no scale")]
    [InlineData("ScaledObject doesn't have correct Idle/Min/Max Replica Counts specification: x", "the counts do not fit")]
    [InlineData("ScaledObject doesn't have correct triggers specification: x", "names must be unique")]
    [InlineData("failed to start a new scale loop with scaling logic: x", "a scaler cannot be built")]
    [InlineData("no metric specs returned from scalers for ScaledObject shop/web", "no trigger gives a metric")]
    [InlineData("Error getting current replicas count for ScaleTarget: forbidden", "may not read the target")]
    public void Message_OfAScaledObject_IsKnown(string message, string means)
    {
        var scaledObjects = Read(ApiPath.ScaledObjects("shop"));
        scaledObjects["items"]![0]!["status"]!["conditions"] = new JsonArray(new JsonObject { ["type"] = "Ready", ["status"] = "False", ["reason"] = "ScaledObjectCheckFailed", ["message"] = message });

        var verdict = Judge((ApiPath.ScaledObjects("shop"), 200, scaledObjects.ToJsonString())).Worst.Links.Single(link => link.Id == "scaled-object").Verdict;

        Assert.Equal(LinkState.Fail, verdict.State);
        Assert.Contains(means, verdict.Means, StringComparison.Ordinal);
    }

    /// <summary>The reasons of the specification's section F, with what they mean.</summary>
    [Theory]
    [InlineData("AmbiguousSelector: pods by selector app=web are controlled by multiple HPAs", "several HPAs scale the same pods")]
    [InlineData("FailedGetScale: deployments.apps \"web\" not found", "does not exist, or has no scale")]
    [InlineData("FailedUpdateScale: denied", "the API server refuses the count")]
    [InlineData("FailedGetResourceMetric: unable to fetch metrics from resource metrics API: x", "metrics-server gives no usage")]
    [InlineData("FailedGetExternalMetric: unable to fetch metrics from external metrics API: x", "gives no value")]
    [InlineData("InvalidMetricSourceType: the HPA was unable to compute the replica count", "computes no count")]
    public void Message_OfAnHpa_IsKnown(string message, string means) => Assert.Contains(means, MessageTable.OfHpa(message).Means, StringComparison.Ordinal);

    private static JsonObject Read(string path) => JsonNode.Parse(RepositoryRoot.Read($"{Folder}/_cluster.json")).Objects("answers").Single(answer => answer.Text("path") == path)["body"]!.AsObject();

    private static DoctorReport Judge(params (string Path, int Status, string Body)[] changed)
    {
        var answers = new AnswerSet();
        foreach (var (path, status, body) in changed)
        {
            answers.Add(new ClusterAnswer(path, status, "application/json", 1, JsonNode.Parse(body)));
        }

        foreach (var answer in AnswerFile.Read(RepositoryRoot.PathOf($"{Folder}/_cluster.json"), [])!.Value.Answers.All)
        {
            answers.Add(answer);
        }

        return DoctorReport.Of(answers, "shop", null, "a test", "a test", null, [])!;
    }
}
