using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using Moq;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class EmptyAnswerTests
{
    private const string Counters = "topk(10, count by (namespace,job) (http_requests_total))";
    private const string Targets = "bottomk(10, min by (namespace,job) (up{job=\"app\"}))";
    private const string Absent = "No series is called http_requests_total: nothing that exposes it is scraped into here.";

    private static readonly DateTimeOffset _time = new(2026, 9, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly RequestRateQuery _selection = new(
        "http_requests_total", [new LabelMatcher("namespace", "demo"), new LabelMatcher("job", "app")], TimeSpan.FromMinutes(2));

    private readonly Mock<IPrometheusClient> _client = new(MockBehavior.Strict);

    public EmptyAnswerTests() => _client
        .Setup(asked => asked.QueryAsync("q", _time, CancellationToken.None))
        .ReturnsAsync(new InstantQueryResult { Response = InstantQueryResponse.Empty });

    [Fact]
    public async Task Ask_CounterWithOtherLabels_ShowsTheNearest()
    {
        Answer(Counters, Series(2, "other", "x"), Series(3, "demo", "app2"), Series(1, "demo", null), Series(9, "y", "z"), Series(9, "y", "y"));

        Assert.Equal(
            [
                "http_requests_total is there, but not with namespace=\"demo\", job=\"app\".",
                "There is namespace=\"demo\", job=\"app2\" (3 series).",
                "There is namespace=\"demo\", no job (1 series).",
                "There is namespace=\"other\", job=\"x\" (2 series).",
            ],
            await FindingsAsync());
    }

    [Theory]
    [InlineData(1, "1 series of http_requests_total is there as asked, ")]
    [InlineData(4, "4 series of http_requests_total are there as asked, ")]
    public async Task Ask_CounterAsAsked_LacksSamples(int count, string beginning)
    {
        Answer(Counters, Series(7, "other", "x"), Series(count, "demo", "app"));

        Assert.Equal(
            [
                beginning + "but without two samples in the last 2m: scraping has just begun or ended, or is less frequent than every 1m.",
            ],
            await FindingsAsync());
    }

    [Fact]
    public async Task Ask_NoCounterAndNoTarget_SaysThatNothingIsScraped()
    {
        Answer(Counters);
        Answer(Targets);

        Assert.Equal(
            [
                Absent,
                "up{job=\"app\"} is empty: no target of this job is scraped into here. "
                + "Its ServiceMonitor is missing or selects nothing, or this is another workspace.",
            ],
            await FindingsAsync());
    }

    [Fact]
    public async Task Ask_NoCounterButADownTarget_SaysThatItsScrapeFails()
    {
        Answer(Counters);
        Answer(Targets, Series(1, "demo", "app"), Series(0, "other", "app"));

        Assert.Equal(
            [Absent, "up{job=\"app\"} is 0 for a target (namespace=\"other\", job=\"app\"): its scrape fails."], await FindingsAsync());
    }

    [Fact]
    public async Task Ask_NoCounterButTargets_SaysThatTheyExposeNone()
    {
        Answer(Counters);
        Answer(Targets, Series(1, "demo", "app"));

        Assert.Equal(
            [Absent, "up{job=\"app\"} is 1 (namespace=\"demo\", job=\"app\"): the targets are scraped, but expose no http_requests_total."],
            await FindingsAsync());
    }

    [Fact]
    public async Task Ask_NoCounterAndNoJobAsked_AsksNoFurther()
    {
        Answer("topk(10, count by () (http_requests_total))");

        Assert.Equal([Absent], await FindingsAsync(_selection with { Matchers = [] }));
    }

    [Fact]
    public async Task Ask_FurtherQueryFails_SaysSo()
    {
        Fail(Counters);

        Assert.Equal(["What there is could not be asked: It failed."], await FindingsAsync());
    }

    [Fact]
    public async Task Ask_SecondFurtherQueryFails_SaysSo()
    {
        Answer(Counters);
        Fail(Targets);

        Assert.Equal([Absent, "Its targets could not be asked for: It failed."], await FindingsAsync());
    }

    [Fact]
    public async Task Ask_UnknownSelection_AsksNoFurther()
    {
        var live = await Asking.AskAsync(_client.Object, Cases.ScaledObject, null, 1, _time, CancellationToken.None);

        Assert.Empty(live.Asked[0].Findings);
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(RequestRateQuery? selection = null) =>
        (await Asking.AskAsync(_client.Object, Cases.ScaledObject, selection ?? _selection, 1, _time, CancellationToken.None)).Asked[0].Findings;

    private void Answer(string query, params RangeSeries[] series) => Set(query, new RangeQueryResult { Series = series });

    private void Fail(string query) =>
        Set(query, new RangeQueryResult { Error = new PrometheusError(PrometheusErrorKind.Throttled, "It failed.", "Mend it.") });

    private void Set(string query, RangeQueryResult result) => _client
        .Setup(asked => asked.QueryRangeAsync(query, _time, _time, It.IsAny<TimeSpan>(), CancellationToken.None))
        .ReturnsAsync(result);

    private static RangeSeries Series(double value, string ofNamespace, string? job)
    {
        var labels = new Dictionary<string, string> { ["namespace"] = ofNamespace };
        if (job is not null)
        {
            labels["job"] = job;
        }

        return new RangeSeries(labels, [new Sample(_time.ToUnixTimeMilliseconds(), value)]);
    }
}
