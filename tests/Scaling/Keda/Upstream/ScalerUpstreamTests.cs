using System.Globalization;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;
using KedaStack.Scaling.Quantities;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The cases of KEDA's scaler_test.go.</summary>
public sealed class ScalerUpstreamTests
{
    private const string Table = "scaler_test.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scaler_UpstreamCase_SameTypeOrQuantity(string name)
    {
        var row = UpstreamTable.Case(Table, name);

        var actual = row.Function switch
        {
            "TestGetMetricTargetType" => TargetType(row["metric type"]),
            "TestGetMetricTarget" or "TestGetMetricTargetMili" => Target(row),
            "TestGenerateMetricInMili" => KedaQuantity.FromValue(row.Double("value")).ToString(),
            _ => "no such test",
        };

        Assert.Equal(row["expected"], actual);
    }

    [Fact]
    public void UpstreamFile_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("scaler_test.all.txt"),
        UpstreamTable.Load(Table),
        UpstreamTable.Load("scaler_test.not-applicable.txt"));

    private static string TargetType(string metricType) => TriggerReader.Read(new TriggerDefinition
    {
        Metadata = KedaCase.Pairs("BASE"),
        AuthParams = new Dictionary<string, string>(),
        MetricType = metricType,
    }).Trigger?.MetricType.ToString() ?? "error";

    private static string Target(UpstreamRow row)
    {
        var type = Enum.Parse<MetricTargetType>(row["metric type"]);
        var threshold = double.Parse(row["value"], CultureInfo.InvariantCulture);
        var metric = (KedaCase.Trigger with { MetricType = type, Threshold = threshold }).ToMetric("app");
        Assert.Equal(type, metric.TargetType);
        return metric.Target.ToString();
    }
}
