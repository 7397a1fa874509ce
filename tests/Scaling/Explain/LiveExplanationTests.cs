using System.Text;
using KedaStack.Scaling.Explain.Live;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using Moq;

namespace KedaStack.Tests.Scaling.Explain;

/// <summary>From what a client answers to replicas.</summary>
public sealed class LiveExplanationTests
{
    private const string Server = "https://prometheus.example";
    private const string Lost = "prometheus metrics 'prometheus' target may be lost, the result is empty";
    private static readonly DateTimeOffset _now = new(2026, 9, 22, 10, 0, 0, 750, TimeSpan.Zero);
    private static readonly string _address = KedaQuery.Address(ScaledObject(false).PrometheusTrigger, _now);

    [Theory]
    [InlineData("45", 5)]
    [InlineData("100", 10)]
    [InlineData("0", 1)]
    [InlineData("150", 10)]
    public async Task Ask_Number_MeansReplicas(string value, int replicas)
    {
        var live = await AskAsync(Vector(value), ignoreNullValues: false, current: 1);

        Assert.Null(live.Explanation.Case.Answer.Error);
        Assert.Equal((replicas, true), (live.Explanation.Forecast.ReplicasAtEnd, live.Explanation.Forecast.Settled));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("+Inf")]
    [InlineData("-Inf")]
    public async Task Ask_NoNumberIgnored_IsZeroLoad(string value) =>
        AssertZeroLoad(await AskAsync(Vector(value), ignoreNullValues: true));

    [Theory]
    [InlineData("NaN", "prometheus query returns NaN")]
    [InlineData("+Inf", "prometheus query returns +Inf")]
    [InlineData("-Inf", "prometheus query returns -Inf")]
    public async Task Ask_NoNumber_KeepsTheReplicas(string value, string error) =>
        AssertKeeps(await AskAsync(Vector(value), ignoreNullValues: false), error);

    [Fact]
    public async Task Ask_EmptyIgnored_IsZeroLoad() => AssertZeroLoad(await AskAsync(Body(Result("vector", "[]")), ignoreNullValues: true));

    [Fact]
    public async Task Ask_Empty_KeepsTheReplicas() => AssertKeeps(await AskAsync(Body(Result("vector", "[]")), ignoreNullValues: false), Lost);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_TwoSeries_KeepsTheReplicasWhateverIsIgnored(bool ignoreNullValues)
    {
        var live = await AskAsync(
            Body(Result("vector", """[{"metric":{"pod":"a"},"value":[1,"20"]},{"metric":{"pod":"b"},"value":[1,"25"]}]""")), ignoreNullValues);

        AssertKeeps(live, "prometheus query q returned multiple elements");
        Assert.Equal(["KEDA takes one element only: wrap the query in sum(...), or select fewer series."], live.Asked[0].Findings);
        Assert.Equal("2 elements", live.Explanation.Rules[0].Input);
    }

    [Theory]
    [InlineData("string", """[1790071200,"45"]""")]
    [InlineData("scalar", """[1790071200,"45"]""")]
    public async Task Ask_NoVector_KeepsTheReplicas(string type, string result)
    {
        var live = await AskAsync(Body(Result(type, result)), ignoreNullValues: true);

        Assert.StartsWith("json: cannot unmarshal number into Go struct field", live.Explanation.Case.Answer.Error, StringComparison.Ordinal);
        AssertKeeps(live, live.Explanation.Case.Answer.Error!);
        Assert.Equal(
            ["The query gives a single number or a text; KEDA takes a vector of one element: wrap the query in vector(...)."], live.Asked[0].Findings);
    }

    [Fact]
    public async Task Ask_RangeVector_IsZeroLoadWhenIgnored()
    {
        var live = await AskAsync(Body(Result("matrix", """[{"metric":{},"values":[[1,"2"]]}]""")), ignoreNullValues: true);

        AssertZeroLoad(live);
        Assert.Equal(["The query gives a range of samples; KEDA takes one number: wrap it in sum(rate(...))."], live.Asked[0].Findings);
    }

    [Theory]
    [InlineData(401, PrometheusErrorKind.Unauthorized)]
    [InlineData(403, PrometheusErrorKind.Forbidden)]
    [InlineData(429, PrometheusErrorKind.Throttled)]
    [InlineData(500, PrometheusErrorKind.Server)]
    public async Task Ask_Refused_KeepsTheReplicas(int status, PrometheusErrorKind kind)
    {
        var live = await AskAsync(
            new InstantQueryResult { Response = InstantQueryResponse.Failed(status), Error = Error(kind, status) }, ignoreNullValues: true);

        AssertKeeps(live, FormattableString.Invariant($"prometheus query api returned error. status: {status}"));
        Assert.Equal(FormattableString.Invariant($"HTTP {status}"), live.Explanation.Rules[0].Input);
        Assert.StartsWith("KEDA asks from inside the cluster", Assert.Single(live.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_MalformedJson_KeepsTheReplicas()
    {
        var answer = Body("<html>") with { Error = Error(PrometheusErrorKind.Malformed, 200) };

        AssertKeeps(await AskAsync(answer, ignoreNullValues: true), "invalid character '<' looking for beginning of value");
    }

    [Theory]
    // 100 MB, of which a client reads a part.
    [InlineData(PrometheusErrorKind.TooLarge, 200, "It failed.")]
    // A body that drips.
    [InlineData(PrometheusErrorKind.Timeout, 200, "context deadline exceeded (Client.Timeout or context cancellation while reading body)")]
    [InlineData(PrometheusErrorKind.Timeout, null, "Get \"{0}\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)")]
    [InlineData(PrometheusErrorKind.Connection, null, "Get \"{0}\": dial tcp prometheus.example:443: connect: connection refused")]
    [InlineData(PrometheusErrorKind.Connection, 200, "unexpected EOF")]
    [InlineData(PrometheusErrorKind.NameResolution, null, "Get \"{0}\": dial tcp: lookup prometheus.example: no such host")]
    [InlineData(PrometheusErrorKind.Tls, null, "Get \"{0}\": tls: failed to verify certificate: x509: certificate signed by unknown authority")]
    [InlineData(PrometheusErrorKind.Credential, null, "It failed.")]
    public async Task Ask_NoAnswer_KeepsTheReplicas(PrometheusErrorKind kind, int? status, string error)
    {
        var live = await AskAsync(new InstantQueryResult { Error = Error(kind, status) }, ignoreNullValues: true);

        AssertKeeps(live, error.Replace("{0}", _address, StringComparison.Ordinal));
        Assert.Equal("no answer", live.Explanation.Rules[0].Input);
    }

    [Fact]
    public async Task Ask_FailsWithFallback_GoesToItsReplicas()
    {
        var scaledObject = ScaledObject(false) with { Fallback = new Fallback(FailureThreshold: 3, Replicas: 6, FallbackBehavior.Static) };
        var client = Answering(new InstantQueryResult { Error = Error(PrometheusErrorKind.Timeout, null) });

        var live = await Asking.AskAsync(client.Object, scaledObject, null, 4, _now, CancellationToken.None);

        Assert.Equal(6, live.Explanation.Forecast.ReplicasAtEnd);
    }

    [Fact]
    public async Task Ask_Cancelled_Throws()
    {
        var client = new Mock<IPrometheusClient>();
        client.Setup(asked => asked.QueryAsync(It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .Returns<string, DateTimeOffset, CancellationToken>((_, _, token) => Task.FromCanceled<InstantQueryResult>(token));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Asking.AskAsync(
            client.Object, ScaledObject(false), null, 1, _now, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Ask_Time_IsCutDownToSecondsAsKedaDoes()
    {
        var client = Answering(Vector("45"));

        await Asking.AskAsync(client.Object, ScaledObject(false), null, 1, _now, CancellationToken.None);

        client.Verify(asked => asked.QueryAsync("q", new DateTimeOffset(2026, 9, 22, 10, 0, 0, TimeSpan.Zero), CancellationToken.None), Times.Once);
    }

    [Theory]
    [InlineData(null, 3.1, "The answer took 3.1 s; KEDA gives up after 3 s, which is then an error.")]
    [InlineData(10.0, 10.5, "The answer took 10.5 s; KEDA gives up after 10 s, which is then an error.")]
    [InlineData(null, 3.0, null)]
    [InlineData(10.0, 9.0, null)]
    public async Task Ask_SlowerThanKedasPatience_SaysSo(double? timeoutSeconds, double tookSeconds, string? note)
    {
        var scaledObject = Cases.WithTrigger(trigger => trigger with
        {
            Timeout = timeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        });
        var client = Answering(Vector("45") with { Took = TimeSpan.FromSeconds(tookSeconds) });

        var live = await Asking.AskAsync(client.Object, scaledObject, null, 1, _now, CancellationToken.None);

        Assert.Equal(note is null ? [] : [note], live.Notes);
    }

    private static async Task<LiveExplanation> AskAsync(InstantQueryResult answer, bool ignoreNullValues, int current = 4) =>
        await Asking.AskAsync(Answering(answer).Object, ScaledObject(ignoreNullValues), null, current, _now, CancellationToken.None);

    private static Mock<IPrometheusClient> Answering(InstantQueryResult answer)
    {
        var client = new Mock<IPrometheusClient>(MockBehavior.Strict);
        client.Setup(asked => asked.QueryAsync("q", It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).ReturnsAsync(answer);
        return client;
    }

    private static ScaledObject ScaledObject(bool ignoreNullValues) =>
        Cases.WithTrigger(trigger => trigger with { ServerAddress = Server, IgnoreNullValues = ignoreNullValues });

    private static InstantQueryResult Vector(string value) => new() { Response = InstantQueryResponse.Vector(value) };

    private static InstantQueryResult Body(string body) => new() { Response = InstantQueryResponse.Parse(200, Encoding.UTF8.GetBytes(body)) };

    private static string Result(string type, string result) =>
        $$$"""{"status":"success","data":{"resultType":"{{{type}}}","result":{{{result}}}}}""";

    private static PrometheusError Error(PrometheusErrorKind kind, int? status) => new(kind, "It failed.", "Mend it.", status);

    private static void AssertZeroLoad(LiveExplanation live)
    {
        Assert.Equal((null, 0), (live.Explanation.Case.Answer.Error, live.Explanation.Case.Answer.Value));
        Assert.Equal(1, live.Explanation.Forecast.ReplicasAtEnd);
    }

    private static void AssertKeeps(LiveExplanation live, string error)
    {
        Assert.Equal(error, live.Explanation.Case.Answer.Error);
        Assert.Empty(live.Explanation.Forecast.Changes);
        Assert.Equal(4, live.Explanation.Forecast.ReplicasAtEnd);
        Assert.Contains(
            live.Explanation.Forecast.Conditions,
            condition => condition is { Type: HpaConditionType.ScalingActive, Status: false, Reason: HpaConditionReason.FailedGetExternalMetric });
    }
}
