using KedaStack.Doctor;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor;

/// <summary>What Prometheus says of the series behind a query: the rows H5, H6 and H8 of the specification.</summary>
public sealed class SeriesTests
{
    private const string Folder = "tests/Scenarios/doctor-series";
    private const string Namespace = "shop";

    /// <summary>Each case with the first broken link, its state, and the questions that it takes.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "right", "none", "", "age" },
        { "moved", "none", "", "age greatest least" },
        { "old-value", "metrics-api", "Warning", "age greatest least" },
        { "hpa-late", "hpa", "Warning", "age greatest least" },
        { "late", "scrape", "Warning", "age targets" },
        { "late-and-down", "scrape", "Fail", "age targets" },
        { "target-down", "scrape", "Fail", "age counters hour targets" },
        { "never-scraped", "scrape", "Fail", "age counters hour targets" },
        { "not-exposed", "query", "Fail", "age counters hour targets" },
        { "ended", "scrape", "Fail", "age counters hour targets" },
        { "other-label", "query", "Fail", "age counters hour targets" },
        { "one-sample", "query", "Fail", "age" },
        { "young-pods", "query", "Fail", "age counters hour targets" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Offline_Case_NamesTheFirstBrokenLink(string name, string link, string state, string questions)
    {
        var report = Offline(name);

        Assert.Equal((link, state), (report.Worst.First?.Id ?? "none", report.Worst.First?.Verdict.State.ToString() ?? ""));
        Assert.NotEmpty(questions);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Look_AtAReplayedCase_SaysWhatTheFileSaysAndAsksNoMore(string name, string link, string state, string questions)
    {
        await using var server = await ReplayServer.StartAsync([FileOf(name), FileOf("_cluster")]);
        using var http = new HttpClient();
        var doctor = new LiveDoctor(new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask), "replay", "a test", Namespace, new FrozenTime()) { Timeout = TimeSpan.FromMinutes(5) };

        var (report, _) = (await doctor.LookAsync([], CancellationToken.None))!.Value;

        Assert.Equal(Offline(name).Worst.Links.Select(one => (one.Id, one.Verdict)), report.Worst.Links.Select(one => (one.Id, one.Verdict)));
        Assert.Equal((link, state), (report.Worst.First?.Id ?? "none", report.Worst.First?.Verdict.State.ToString() ?? ""));
        Assert.Equal(questions, string.Join(' ', server.Asked.Where(path => path.Contains("/proxy/", StringComparison.Ordinal)).Select(path => Question(Uri.UnescapeDataString(path.Split("query=")[1]))).OfType<string>().Order(StringComparer.Ordinal)));
        Assert.All(server.Asked, path => Assert.True(ReadRules.Allow(path), path));
    }

    [Fact]
    public void Cases_AreAllThatThereAre() => Assert.Equal(
        Directory.GetFiles(RepositoryRoot.PathOf(Folder), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "_cluster").Order(StringComparer.Ordinal),
        Cases.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Causes_OfTheTable_AreEachShownByACase()
    {
        var shown = Cases.SelectMany(row => Offline((string)row[0]).Worst.Links).Select(link => link.Verdict.Means).ToList();

        Assert.All(SeriesCauses.All, cause => Assert.Contains(cause.Means, shown));
    }

    [Theory]
    [InlineData("other-label", "http_requests_total is there with job=\"web-app\"")]
    [InlineData("one-sample", "http_requests_total is there as asked, its newest sample 5 s old")]
    public void Query_WithoutSeries_IsSaidWithWhatThereIs(string name, string part) =>
        Assert.Contains(part, Offline(name).Worst.Links.Single(link => link.Id == "query").Verdict.Found, StringComparison.Ordinal);

    [Theory]
    [InlineData("sum(rate(a_total{job=~\"we.*\",code!=\"500\"}[2m]))", "time() - max(timestamp(a_total{job=~\"we.*\",code!=\"500\"}))", "bottomk(10, min by (job, code) (up{job=~\"we.*\"}))")]
    [InlineData("{__name__=\"a_total\",path=\"C:\\\\x\"}", "time() - max(timestamp(a_total{path=\"C:\\\\x\"}))", null)]
    [InlineData("a_total / b", "time() - max(timestamp(a_total))", null)]
    public void Question_OfAQuery_IsPromQL(string query, string age, string? targets) =>
        Assert.Equal((age, targets), (SeriesQuestion.Of(query)[0].Age, SeriesQuestion.Of(query)[0].Targets));

    private static string? Question(string query) => query switch
    {
        _ when query.StartsWith("min_over_time", StringComparison.Ordinal) => "least",
        _ when query.StartsWith("max_over_time", StringComparison.Ordinal) => "greatest",
        _ when query.Contains("max_over_time", StringComparison.Ordinal) => "hour",
        _ when query.Contains("timestamp", StringComparison.Ordinal) => "age",
        _ when query.StartsWith("topk", StringComparison.Ordinal) => "counters",
        _ when query.StartsWith("bottomk", StringComparison.Ordinal) => "targets",
        _ => null,
    };

    private static DoctorReport Offline(string name) => DoctorReport.Offline(FileOf(name), Namespace, null, [])!;

    private static string FileOf(string name) => RepositoryRoot.PathOf($"{Folder}/{name}.json");

    /// <summary>The time of the cases.</summary>
    private sealed class FrozenTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 29, 11, 45, 10, TimeSpan.Zero);
    }
}
