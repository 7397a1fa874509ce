using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Doctor.Evidence;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor;

/// <summary>What the HPA has against what its query gives now: section E of the specification.</summary>
public sealed class SourceValueTests
{
    private const string Folder = "tests/Scenarios/doctor-series";
    private const string Metric = "/apis/external.metrics.k8s.io/v1beta1/namespaces/shop/s0-prometheus?labelSelector=scaledobject.keda.sh%2Fname%3Dweb";
    private const string Proxy = "/api/v1/namespaces/monitoring/services/http:prometheus:9090/proxy";

    /// <summary>KEDA's value beside a query that gave 90.5 to 110: a tenth more or less moves no HPA.</summary>
    [Theory]
    [InlineData("80", true)]
    [InlineData("82", false)]
    [InlineData("120", false)]
    [InlineData("122", true)]
    public void Value_OutsideOfWhatTheQueryGave_IsSaid(string value, bool isSaid) =>
        Assert.Equal(isSaid, Verdict("metrics-api", Changed(chain => Answer(chain, Metric)["body"]!["items"]![0]!["value"] = value)).State == LinkState.Warning);

    [Theory]
    [InlineData("useCachedMetrics", "true", "the operator polls late")]
    [InlineData("useCachedMetrics", "false", "an answer that something in between keeps")]
    [InlineData("customHeaders", "X-Scope-OrgID=shop", null)]
    [InlineData("queryParameters", "dedup=true", null)]
    [InlineData("namespace", "shop", null)]
    public void Parameter_OfTheTrigger_ExplainsTheDifference(string key, string value, string? means)
    {
        var verdict = Verdict("metrics-api", Changed(chain => Answer(chain, ApiPath.ScaledObjects("shop"))["body"]!["items"]![0]!["spec"]!["triggers"]![0]!["metadata"]![key] = value));

        Assert.Equal(means is null ? LinkState.Pass : LinkState.Warning, verdict.State);
        Assert.Contains(means ?? "", verdict.Means ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_OfAnotherAddress_IsSaidWithBoth()
    {
        var verdict = Verdict("metrics-api", JsonNode.Parse(Changed(_ => { }).ToJsonString().Replace(Proxy, "http://localhost:9090", StringComparison.Ordinal))!);

        Assert.Contains("KEDA asks http://prometheus.monitoring.svc:9090, and this answer is of http://localhost:9090", verdict.Means, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fallback")]
    [InlineData("formula")]
    public void Value_ThatIsNotTheQuerys_IsNotCompared(string why)
    {
        var verdict = Verdict("metrics-api", Changed(chain =>
        {
            var scaledObject = Answer(chain, ApiPath.ScaledObjects("shop"))["body"]!["items"]![0]!;
            if (why == "formula")
            {
                scaledObject["spec"]!["advanced"] = new JsonObject { ["scalingModifiers"] = new JsonObject { ["formula"] = "rps * 2" } };
            }
            else
            {
                scaledObject.Objects("status.conditions").Single(one => one.Text("type") == "Fallback")["status"] = "True";
            }
        }));

        Assert.Equal(LinkState.Pass, verdict.State);
    }

    /// <summary>An HPA that has 30 while KEDA and the query give 95; where its count changes, its value per pod is of another count.</summary>
    [Theory]
    [InlineData("2026-11-29T11:43:49Z", 3, true)]
    [InlineData("2026-11-29T11:44:49Z", 3, false)]
    [InlineData("2026-11-29T11:43:49Z", 4, false)]
    public void Status_OfAnHpaThatIsLate_IsSaidOnceItsCountRests(string lastScale, int desired, bool isSaid)
    {
        var verdict = Verdict("hpa", Changed(
            chain =>
            {
                var status = Answer(chain, ApiPath.Hpas("shop"))["body"]!["items"]![0]!["status"]!;
                (status["lastScaleTime"], status["desiredReplicas"]) = (lastScale, desired);
            },
            "hpa-late"));

        Assert.Equal(isSaid, verdict.Found.Contains("its status has s0-prometheus 30, KEDA gives 95", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("30", "false", "min_over_time((sum(sum(rate(http_requests_total{namespace=\"shop\",job=\"web\"}[2m]))))[75s:3s])")]
    [InlineData("30", "true", "min_over_time((sum(sum(rate(http_requests_total{namespace=\"shop\",job=\"web\"}[2m]))) > -Inf < Inf or vector(0))[75s:3s])")]
    [InlineData("95", "true", null)]
    public void Question_IsAskedWhereTheValueIsAnother(string value, string ignoreNullValues, string? least)
    {
        var chain = Changed(chain =>
        {
            Answer(chain, Metric)["body"]!["items"]![0]!["value"] = value;
            Answer(chain, ApiPath.ScaledObjects("shop"))["body"]!["items"]![0]!["spec"]!["triggers"]![0]!["metadata"]!["ignoreNullValues"] = ignoreNullValues;
            Answer(chain, ApiPath.Hpas("shop"))["body"]!["items"]![0]!["status"]!["currentMetrics"] = new JsonArray();
        });
        var asked = Answers([.. chain.Objects("answers").Where(answer => !answer.Text("path")!.Contains("over_time", StringComparison.Ordinal))]);

        var questions = SeriesReads.Wanted(asked, "shop", null).Select(one => one.Query).Where(query => query.Contains("_over_time(", StringComparison.Ordinal)).ToList();

        Assert.Equal(least is null ? [] : [least, least.Replace("min_", "max_", StringComparison.Ordinal)], questions);
    }

    private static LinkVerdict Verdict(string link, JsonNode chain) => DoctorReport.Of(Answers(chain.Objects("answers")), "shop", null, "a test", "a test", null, [])!.Worst.Links.Single(one => one.Id == link).Verdict;

    private static JsonObject Changed(Action<JsonObject> change, string name = "old-value")
    {
        var answers = new[] { name, "_cluster" }.SelectMany(file => JsonNode.Parse(RepositoryRoot.Read($"{Folder}/{file}.json")).Objects("answers"));
        var chain = new JsonObject { ["answers"] = new JsonArray([.. answers.DistinctBy(answer => answer.Text("path")).Select(answer => answer.DeepClone())]) };
        change(chain);
        return chain;
    }

    private static JsonObject Answer(JsonObject chain, string path) => chain.Objects("answers").Single(answer => answer.Text("path") == path);

    private static AnswerSet Answers(IReadOnlyList<JsonObject> list)
    {
        var answers = new AnswerSet();
        foreach (var answer in list)
        {
            answers.Add(new ClusterAnswer(answer.Text("path")!, (int)answer.Number("status")!, "application/json", 1, answer["body"]));
        }

        return answers;
    }
}
