using KedaStack.Scaling.Keda;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The warnings of KEDA's scaledobject_webhook_test.go.</summary>
public sealed class ScaledObjectWarningsUpstreamTests
{
    private const string Table = "scaledobject_webhook_test.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Warnings_UpstreamCase_AreTheSame(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var polls = row["setting"] == "PollingInterval";
        var isSet = row["set"] == "yes";
        var scaledObject = KedaCase.Object(row.Int("min"), idle: row.Has("idle") ? row.Int("idle") : null) with
        {
            IsPollingIntervalGiven = polls && isSet,
            IsCooldownPeriodGiven = !polls && isSet,
            Triggers = [KedaCase.Trigger with { UseCachedMetrics = row["cached"] == "yes" }],
        };

        var warns = ScaledObjectWarnings.For(scaledObject)
            .Any(warning => warning.StartsWith(row["setting"] + " is configured but is not relevant", StringComparison.Ordinal));

        Assert.Equal(row["warns"] == "yes", warns);
    }
}
