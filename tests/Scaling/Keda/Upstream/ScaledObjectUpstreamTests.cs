using System.Globalization;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The cases of KEDA's scaledobject_types_test.go.</summary>
public sealed class ScaledObjectUpstreamTests
{
    private const string Table = "scaledobject_types_test.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ScaledObject_UpstreamCase_SaysTheSame(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var spec = KedaCase.Pairs(row["spec"]);
        var scaledObject = KedaCase.Object(Number(spec, "min"), Number(spec, "max"), Number(spec, "idle")) with
        {
            Annotations = ScaledObjectAnnotations.Read(KedaCase.Pairs(row["annotations"])
                .ToDictionary(pair => pair.Key.StartsWith("paused", StringComparison.Ordinal) ? "autoscaling.keda.sh/" + pair.Key : pair.Key, pair => pair.Value)),
        };

        var actual = row.Function switch
        {
            "TestCheckFallbackValid" => IsFallbackValid(spec) ? "valid" : "invalid",
            "TestHasPausedAnnotation" or "TestNeedToBePausedByAnnotation" => scaledObject.Annotations.Paused ? "paused" : "no",
            "TestCheckReplicaCountBoundsAreValid" => KedaHpa.Errors(scaledObject) is [var error] ? error : "valid",
            "TestGetHPAReplicas" => KedaHpa.Create(scaledObject) is { } hpa ? FormattableString.Invariant($"{hpa.MinReplicas} to {hpa.MaxReplicas}") : "no HPA",
            "TestGetPausedReplicaCount" => scaledObject.Annotations.PausedReplicas?.ToString(CultureInfo.InvariantCulture) ?? "none",
            _ => "no such test",
        };

        Assert.Equal(row["expected"], actual);
    }

    [Fact]
    public void UpstreamFile_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("scaledobject_types_test.all.txt"),
        UpstreamTable.Load(Table),
        UpstreamTable.Load("scaledobject_types_test.not-applicable.txt"));

    // One that is refused is not used: after whatever failures, the error stays. None at all is fine, too.
    private static bool IsFallbackValid(Dictionary<string, string> spec)
    {
        if (Number(spec, "failureThreshold") is not { } threshold)
        {
            return true;
        }

        var type = Enum.Parse<MetricTargetType>(spec.GetValueOrDefault("metricType", nameof(MetricTargetType.AverageValue)));
        var metric = (KedaCase.Trigger with { MetricType = type }).ToMetric("app");
        var counter = new FallbackCounter(new Fallback(threshold, Number(spec, "fallbackReplicas")!.Value)) { Failures = 100 };
        return counter.Report(ScalerReading.Failed("down"), metric, 1, 1).IsFallback;
    }

    private static int? Number(Dictionary<string, string> pairs, string key) =>
        pairs.TryGetValue(key, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
