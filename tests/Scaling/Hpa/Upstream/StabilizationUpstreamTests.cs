using System.Globalization;
using KedaStack.Scaling.Hpa.Recommendations;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Hpa.Upstream;

/// <summary>TestNormalizeDesiredReplicas and TestNormalizeDesiredReplicasWithBehavior of horizontal_test.go.</summary>
public sealed class StabilizationUpstreamTests
{
    public static TheoryData<string> Legacy => UpstreamTable.Names("normalize.txt");

    public static TheoryData<string> Behavior => UpstreamTable.Names("normalize_with_behavior.txt");

    [Theory]
    [MemberData(nameof(Legacy))]
    public void WithoutBehavior_UpstreamCase_SameReplicasAndLogLength(string name)
    {
        var row = UpstreamTable.Case("normalize.txt", name);
        var log = HpaCase.Recommendations(row["recommendations"]);

        var stage = Stabilization.WithoutBehavior(log, HpaCase.Now, 1, row.Int("proposal"), 300_000);

        Assert.Equal(row.Int("expected"), stage.Replicas);
        Assert.Equal(row.Int("length"), log.Entries.Length);
    }

    [Theory]
    [MemberData(nameof(Behavior))]
    public void WithBehavior_UpstreamCase_SameReplicasAndLog(string name)
    {
        var row = UpstreamTable.Case("normalize_with_behavior.txt", name);
        var log = HpaCase.Recommendations(row["recommendations"]);

        var stage = Stabilization.WithBehavior(
            log, HpaCase.Now, row.Int("current"), row.Int("proposal"), 1000L * row.Int("up"), 1000L * row.Int("down"));

        Assert.Equal(row.Int("expected"), stage.Replicas);
        if (row.Has("log"))
        {
            Assert.Equal(
                row["log"],
                string.Join(' ', log.Entries.ToArray().Select(entry => entry.Replicas.ToString(CultureInfo.InvariantCulture))));
        }
    }
}
