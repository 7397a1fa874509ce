using System.Globalization;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The cases of KEDA's scale_handler_test.go and scale_executor_helpers_test.go.</summary>
public sealed class ScaleLoopUpstreamTests
{
    private const string Handler = "scale_handler_test.txt";
    private const string Helpers = "scale_executor_helpers_test.txt";

    public static TheoryData<string> HandlerCases => UpstreamTable.Names(Handler);

    public static TheoryData<string> HelperCases => UpstreamTable.Names(Helpers);

    [Theory]
    [MemberData(nameof(HandlerCases))]
    public void State_UpstreamTriggers_SameActivityAndError(string name)
    {
        var row = UpstreamTable.Case(Handler, name);

        var state = row["triggers"].Split(';').Select(State).Aggregate(default(TriggerState), (all, one) => all.Or(one));

        Assert.Equal((row["active"] == "yes", row["error"] == "yes"), (state.IsActive, state.IsError));
    }

    [Theory]
    [MemberData(nameof(HelperCases))]
    public void Decide_UpstreamCounts_SameReplicas(string name)
    {
        var row = UpstreamTable.Case(Helpers, name);
        var scaledObject = KedaCase.Object(Optional(row, "min"), null, Optional(row, "idle"));

        var decision = ScaleExecutor.Decide(scaledObject, new ScaleCheck
        {
            NowMilliseconds = 1_000_000_000,
            CurrentReplicas = row.Int("current"),
            IsActive = false,
        });

        Assert.Equal(row.Int("replicas"), decision.Replicas);
    }

    [Theory]
    [InlineData("scale_handler_test")]
    [InlineData("scale_executor_helpers_test")]
    public void UpstreamFile_EveryTest_IsAppliedOrListedWithReason(string file) => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load(file + ".all.txt"),
        UpstreamTable.Load(file + ".txt"),
        UpstreamTable.Load(file + ".not-applicable.txt"));

    private static TriggerState State(string trigger)
    {
        var reading = trigger == "error"
            ? ScalerReading.Failed("some error")
            : ScalerReading.Of(double.Parse(trigger, CultureInfo.InvariantCulture));
        return TriggerState.Of(KedaCase.Trigger, reading, new FallbackCounter(null).Report(reading, KedaCase.Trigger.ToMetric("app"), 1, 1));
    }

    private static int? Optional(UpstreamRow row, string column) => row.Has(column) ? row.Int(column) : null;
}
