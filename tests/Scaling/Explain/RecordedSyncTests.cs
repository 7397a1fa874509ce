using KedaStack.Scaling.Explain.Recorded;
using KedaStack.Scaling.Hpa.Conditions;
using KedaStack.Scaling.Keda;

namespace KedaStack.Tests.Scaling.Explain;

public sealed class RecordedSyncTests
{
    [Theory]
    [InlineData(45_000, 1, 4, "ReadyForNewScale", "0s 1->4, 15s 4->5")]
    [InlineData(87, 10, 10, "ScaleDownStabilized", "300s 10->1")]
    [InlineData(16_667, 3, 5, "ReadyForNewScale", "0s 3->5")]
    [InlineData(0, 5, 1, "SucceededRescale", "0s 5->1")]
    public void Sync_OfARecording_ComesOutAsRecorded(int averageMilli, int current, int desired, string reason, string path)
    {
        var sync = RecordedSync.Of(Recorded(averageMilli, current, desired, reason));

        Assert.True(sync.Reproduced);
        Assert.Equal(path, Cases.Path(sync.Explanation.Forecast));
    }

    // ReadyForNewScale says that stabilization changed nothing.
    [Theory]
    [InlineData("ScaleDownStabilized", true)]
    [InlineData("ReadyForNewScale", false)]
    [InlineData("SucceededRescale", false)]
    public void Sync_HeldCount_IsTakenForHeldWhereTheConditionSaysSo(string reason, bool isHeld)
    {
        var sync = RecordedSync.Of(Recorded(87, 10, 10, reason));

        Assert.Equal(isHeld, sync.Reproduced);
        Assert.Equal(isHeld, sync.Notes.Any(note => note.StartsWith("That a proposal of 10 is still held", StringComparison.Ordinal)));
    }

    // Desired 0 is not 0 replicas where nothing was ever computed.
    [Theory]
    [InlineData("ScalingActive", "False", "FailedGetExternalMetric", true)]
    [InlineData("ScalingActive", "False", "ScalingDisabled", false)]
    [InlineData("AbleToScale", "False", "FailedGetScale", true)]
    [InlineData("ScalingActive", "True", "ValidMetricFound", false)]
    [InlineData(null, "", "", true)]
    public void NeverComputed_DesiredZero_IsTold(string? type, string status, string reason, bool isNever)
    {
        var recorded = Recorded(null, 1, 0, "SucceededGetScale") with { Conditions = type is null ? [] : [new RecordedCondition(type, status, reason, "")] };

        Assert.Equal(isNever, recorded.IsNeverComputed);
        Assert.False((recorded with { DesiredReplicas = 1 }).IsNeverComputed);
        if (isNever)
        {
            Assert.Equal((1, ""), (RecordedSync.Of(recorded).DesiredReplicas, Cases.Path(RecordedSync.Of(recorded).Explanation.Forecast)));
            Assert.StartsWith("No count was ever computed, so desiredReplicas 0 is none", RecordedSync.Of(recorded).Notes[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sync_ResultThatNoRuleGives_SaysSo()
    {
        var sync = RecordedSync.Of(Recorded(45_000, 1, 9, "SucceededRescale"));

        Assert.False(sync.Reproduced);
        Assert.Contains(sync.Notes, note => note.StartsWith("The rules give 4 for what is recorded, the HPA says 9.", StringComparison.Ordinal));
    }

    [Fact]
    public void Sync_WithoutAValue_KeepsTheReplicas()
    {
        var sync = RecordedSync.Of(Recorded(null, 6, 6, "SucceededGetScale"));

        Assert.Equal((true, "", null), (sync.Reproduced, Cases.Path(sync.Explanation.Forecast), sync.Explanation.More));
    }

    [Fact]
    public void Sync_RoundedAverage_NamesTheMetricThatIsUncertain()
    {
        var sync = RecordedSync.Of(Recorded(16_667, 3, 5, "ReadyForNewScale"));

        Assert.Contains(sync.Notes, note => note.StartsWith("The value of s0-prometheus is the recorded average times 3 pods;", StringComparison.Ordinal));
    }

    // From 1.37 on the condition tells who scaled to 0; before, an HPA with a minimum of 0 always scaled from there.
    [Theory]
    [InlineData("True", 3)]
    [InlineData("False", 0)]
    [InlineData(null, 3)]
    public void Sync_AtZero_ScalesWhatTheHpaItselfScaledThere(string? isScaledToZero, int desired)
    {
        var recorded = Recorded(30_000, 0, desired, "SucceededRescale");
        var condition = new RecordedCondition(nameof(HpaConditionType.ScaledToZero), isScaledToZero ?? "", "", "");

        var sync = RecordedSync.Of(recorded with
        {
            Spec = recorded.Spec with { MinReplicas = 0 },
            Conditions = isScaledToZero is null ? recorded.Conditions : [.. recorded.Conditions, condition],
        });

        Assert.Equal(desired, sync.ComputedReplicas);
    }

    private static RecordedHpa Recorded(long? averageMilli, int current, int desired, string reason) => new()
    {
        Spec = KedaHpa.Create(Cases.ScaledObject)!,
        CurrentReplicas = current,
        DesiredReplicas = desired,
        ReportedMilli = [averageMilli],
        Conditions = [new RecordedCondition(nameof(HpaConditionType.AbleToScale), "True", reason, "")],
    };
}
