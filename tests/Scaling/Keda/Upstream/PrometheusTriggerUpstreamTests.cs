using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The tables of KEDA's prometheus_scaler_test.go.</summary>
public sealed class PrometheusTriggerUpstreamTests
{
    private const string Prefix = "error parsing prometheus metadata: ";

    public static TheoryData<string> Metadata => UpstreamTable.Names("prometheus_scaler_metadata.txt");

    public static TheoryData<string> Auth => UpstreamTable.Names("prometheus_scaler_auth.txt");

    public static TheoryData<string> Queries => UpstreamTable.Names("prometheus_scaler_query.txt");

    public static TheoryData<string> MetricNames => UpstreamTable.Names("prometheus_scaler_names.txt");

    [Theory]
    [MemberData(nameof(Metadata))]
    public void Read_UpstreamMetadata_SameProblems(string name)
    {
        var row = UpstreamTable.Case("prometheus_scaler_metadata.txt", name);

        AssertProblems(row, KedaCase.Read(row["metadata"]), Prefix + Prefix);
    }

    [Theory]
    [MemberData(nameof(Auth))]
    public void Read_UpstreamAuthentication_SameProblems(string name)
    {
        var row = UpstreamTable.Case("prometheus_scaler_auth.txt", name);
        var identity = row.Has("identity") ? row["identity"] : "";

        var reading = KedaCase.Read(row["metadata"], row["auth"], identity);

        AssertProblems(row, reading, row["problems"].StartsWith("pod identity", StringComparison.Ordinal) ? Prefix : Prefix + Prefix);
        Assert.All(
            (reading.Trigger as PrometheusTrigger)?.Auth.Modes ?? [], mode => Assert.Contains(mode, row["metadata"], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Scaler_UpstreamAnswer_SameValueOrError(string name)
    {
        var row = UpstreamTable.Case("prometheus_scaler_query.txt", name);
        var response = InstantQueryResponse.Parse(row.Int("status"), System.Text.Encoding.UTF8.GetBytes(row["body"]));

        var reading = PrometheusScaler.Read(
            response, KedaCase.Trigger with { Query = "", IgnoreNullValues = row["ignore"] == "true" });

        Assert.Equal((row.Double("value"), row.Has("error") ? row["error"] : null), (reading.Value, reading.Error));
    }

    [Theory]
    [MemberData(nameof(MetricNames))]
    public void MetricName_UpstreamIndex_SameName(string name)
    {
        var row = UpstreamTable.Case("prometheus_scaler_names.txt", name);

        Assert.Equal(row["name"], (KedaCase.Trigger with { TriggerIndex = row.Int("index") }).MetricName);
    }

    [Fact]
    public void Address_UpstreamParameters_SameRequest()
    {
        var row = UpstreamTable.Load("prometheus_scaler_address.txt").Single();
        var trigger = KedaCase.Trigger with { Query = "", QueryParameters = KedaCase.Pairs(row["parameters"]) };

        var address = KedaQuery.Address(trigger, new DateTimeOffset(2026, 1, 2, 3, 4, 5, 999, TimeSpan.Zero));

        Assert.Equal(row["address"], address);
    }

    [Fact]
    public void UpstreamFile_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("prometheus_scaler_test.all.txt"),
        UpstreamTable.Load("prometheus_scaler_metadata.txt")
            .Concat(UpstreamTable.Load("prometheus_scaler_auth.txt"))
            .Concat(UpstreamTable.Load("prometheus_scaler_query.txt"))
            .Concat(UpstreamTable.Load("prometheus_scaler_names.txt"))
            .Concat(UpstreamTable.Load("prometheus_scaler_address.txt")),
        UpstreamTable.Load("prometheus_scaler_test.not-applicable.txt"));

    private static void AssertProblems(UpstreamRow row, TriggerReading reading, string prefix)
    {
        var problems = row.Has("problems") ? row["problems"].Split(" && ") : [];
        Assert.Equal(row["error"] == "yes", reading.Error is not null);
        Assert.Equal(reading.Error is null, reading.Trigger is not null);
        Assert.Equal(problems, reading.Problems);
        Assert.Equal(problems.Length == 0 ? null : prefix + string.Join('\n', problems), reading.Error);
    }
}
