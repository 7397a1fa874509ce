using System.Globalization;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Quantities;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The cases of KEDA's fallback_test.go.</summary>
public sealed class FallbackUpstreamTests
{
    private const string Table = "fallback_test.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Report_UpstreamCase_SameValueAndFailures(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var fallback = row.Has("behavior")
            ? new Fallback(row.Int("threshold"), row.Int("fallback replicas"), Enum.Parse<FallbackBehavior>(row["behavior"]))
            : null;
        var counter = new FallbackCounter(fallback) { Failures = row.Int("failures before") };
        var reading = row["scaler"] == "error" ? ScalerReading.Failed("some error") : ScalerReading.Of(row.Double("scaler"));
        var metric = new ExternalMetricSource { Name = "some_metric_name", Target = new MilliQuantity(1000L * row.Int("target")) };

        var outcome = counter.Report(reading, metric, row.Int("current"), row.Int("current"));

        var value = row.Has("value") ? new MilliQuantity(1000L * row.Int("value")) : (MilliQuantity?)null;
        Assert.Equal((value, value is null ? "some error" : null), (outcome.Value, outcome.Error));
        Assert.Equal(value is not null && row["scaler"] == "error", outcome.IsFallback);
        Assert.Contains(row["failures after"], (string[])["?", counter.Failures.ToString(CultureInfo.InvariantCulture)]);
        Assert.Contains(row["exceeded"], (string[])["?", counter.IsExceeded ? "yes" : "no"]);
    }

    [Fact]
    public void UpstreamFile_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("fallback_test.all.txt"),
        UpstreamTable.Load(Table),
        UpstreamTable.Load("fallback_test.not-applicable.txt"));
}
