using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Load;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Simulation.Load.Recorded;
using Moq;

namespace KedaStack.Tests.Resources.Load;

public sealed class PrometheusTrafficTests
{
    private static readonly DateTimeOffset _end = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly List<SettingsProblem> _problems = [];

    [Fact]
    public async Task ReadAsync_Values_AreTheLoad()
    {
        var traffic = await ReadAsync([30, 45.5, 45.5, 0]);

        Assert.Empty(_problems);
        Assert.Equal([(0, 30_000), (60_000, 45_500), (180_000, 0)], traffic!.Traffic.Steps.ToArray().Select(step => (step.AtMilliseconds, step.MilliRequestsPerSecond)));
        Assert.Equal((TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(4)), (traffic.Duration, traffic.RecordedDuration));
        Assert.Equal(["The load is what was recorded from 2026-01-31 09:56:00 to 2026-01-31 10:00:00 UTC, one value for each 1m."], traffic.Notes);
    }

    [Theory]
    [InlineData(true, "2026-01-31T09:56:00Z")]
    [InlineData(false, "2026-01-31T09:57:00Z")]
    public async Task ReadAsync_Values_KeepTheirTime(bool looksBack, string from)
    {
        var traffic = await Traffic(looksBack).ReadAsync(Client(Series(Samples([1, 1, 1, 1]))).Object, GapRule.Refuse, _problems, CancellationToken.None);

        Assert.Equal(Time(from), traffic!.RecordedFrom);
    }

    [Theory]
    [InlineData(true, "09:57:00", "10:00:00")]
    [InlineData(false, "09:56:00", "09:59:00")]
    public async Task ReadAsync_Range_HasAValueForEachStep(bool looksBack, string first, string last)
    {
        var client = Client(Series(Samples([1, 1, 1, 1])));

        await Traffic(looksBack).ReadAsync(client.Object, GapRule.Refuse, _problems, CancellationToken.None);

        var day = _end.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        client.Verify(one => one.QueryRangeAsync(
            "sum(rate(x[1m]))", Time($"{day}T{first}Z"), Time($"{day}T{last}Z"), _minute, CancellationToken.None));
    }

    [Fact]
    public async Task ReadAsync_Error_IsToldWithTheAdvice()
    {
        var error = new PrometheusError(PrometheusErrorKind.Forbidden, "The query was refused with 403.", "Grant Monitoring Data Reader.", 403);

        Assert.Null(await Traffic().ReadAsync(Client(new RangeQueryResult { Error = error }).Object, GapRule.Refuse, _problems, CancellationToken.None));

        Assert.Equal(["--from-prometheus: The query was refused with 403. Grant Monitoring Data Reader."], _problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public async Task ReadAsync_SeveralSeries_SaysToSumThem()
    {
        await Traffic().ReadAsync(
            Client(new RangeQueryResult { Series = [Series(Samples([1, 1])).Series[0], Series(Samples([1, 1])).Series[0]] }).Object,
            GapRule.Refuse, _problems, CancellationToken.None);

        Assert.Equal(
            ["--from-prometheus: has an answer of several series (got 2 series for \"sum(rate(x[1m]))\"); write a query with one series, such as sum(rate(http_requests_total[1m]))"],
            _problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public async Task ReadAsync_NothingRecorded_SaysSo()
    {
        await Traffic().ReadAsync(Client(new RangeQueryResult()).Object, GapRule.Refuse, _problems, CancellationToken.None);

        Assert.StartsWith("--from-prometheus: has an empty answer: nothing was recorded in this time (got 0 series", Assert.Single(_problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GapRule.Refuse, "--from-prometheus: value 5: rows are missing: it comes 3m after the row above, and those before were 1m apart (got \"2026-01-31T10:03:00Z\"); complete the recording, or choose what gaps mean (--gaps hold or --gaps zero)")]
    [InlineData(GapRule.Hold, null)]
    public async Task ReadAsync_MissingSteps_AreAGap(GapRule gaps, string? message)
    {
        var samples = Samples([1, 1, 1, 1, 1, 1, 2]);
        samples.RemoveRange(4, 2);

        var traffic = await Traffic().ReadAsync(Client(Series(samples)).Object, gaps, _problems, CancellationToken.None);

        Assert.Equal(message, _problems.SingleOrDefault()?.ToString());
        Assert.Equal(message is null ? "1 gap in the recording is filled." : null, traffic?.Notes[1]);
    }

    [Theory]
    [InlineData(double.NaN, "the load is NaN")]
    [InlineData(-1, "the load is negative")]
    [InlineData(double.PositiveInfinity, "the load is above 100000")]
    public async Task ReadAsync_ImpossibleValue_SaysWhich(double value, string wrong)
    {
        await ReadAsync([1, value]);

        Assert.StartsWith($"--from-prometheus: value 2: {wrong} (got ", Assert.Single(_problems).ToString(), StringComparison.Ordinal);
    }

    private async Task<SimulatedTraffic?> ReadAsync(double[] values) =>
        await Traffic().ReadAsync(Client(Series(Samples(values))).Object, GapRule.Refuse, _problems, CancellationToken.None);

    private static PrometheusTraffic Traffic(bool looksBack = true) => new()
    {
        Source = "recorded",
        Query = "sum(rate(x[1m]))",
        End = _end,
        Range = 4 * _minute,
        Step = _minute,
        LooksBack = looksBack,
    };

    private static List<Sample> Samples(double[] values) =>
        [.. values.Select((value, i) => new Sample(_end.AddMinutes(i - 3).ToUnixTimeMilliseconds(), value))];

    private static RangeQueryResult Series(IReadOnlyList<Sample> samples) =>
        new() { Series = [new RangeSeries(new Dictionary<string, string>(), samples)] };

    private static Mock<IPrometheusClient> Client(RangeQueryResult result)
    {
        var client = new Mock<IPrometheusClient>();
        client.Setup(one => one.QueryRangeAsync(
                It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<DateTimeOffset>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(result);
        return client;
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
