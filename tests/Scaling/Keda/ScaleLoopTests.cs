using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Loop;

namespace KedaStack.Tests.Scaling.Keda;

/// <summary>Section c.3 of the specification.</summary>
public sealed class ScaleLoopTests
{
    [Fact]
    public void Check_LastActivityLongAgo_ScalesToZeroInOneStepOnlyAfterTheCooldown()
    {
        var loop = new ScaleLoop(KedaCase.Object(), 0);
        loop.Check(10_400, 8, isActive: true);

        // Remembered with whole seconds, and the wait must be over, not just reached.
        Assert.Equal(ScaleDecisionKind.CoolingDown, loop.Check(310_000, 8, false).Kind);
        Assert.Equal((ScaleDecisionKind.Deactivated, 0), Outcome(loop.Check(310_001, 8, false)));
    }

    [Fact]
    public void Check_NeverActive_WaitsTheInitialCooldownSinceCreation()
    {
        var loop = new ScaleLoop(KedaCase.Object() with { InitialCooldownPeriod = TimeSpan.FromSeconds(60) }, 1_000);

        Assert.Equal(ScaleDecisionKind.CoolingDown, loop.Check(61_000, 3, false).Kind);
        Assert.Equal(ScaleDecisionKind.Deactivated, loop.Check(61_001, 3, false).Kind);
    }

    [Fact]
    public void Check_MinimumAboveZero_NeverLooksAtTheCooldown()
    {
        var loop = new ScaleLoop(KedaCase.Object(min: 1) with { CooldownPeriod = TimeSpan.Zero }, 0);

        Assert.Equal(ScaleDecisionKind.Unchanged, loop.Check(1_000_000, 10, false).Kind);
    }

    [Fact]
    public void Check_PartialError_DoesNotRememberActivity()
    {
        var loop = new ScaleLoop(KedaCase.Object(), 0);

        Assert.Equal(ScaleDecisionKind.PartialTriggerError, loop.Check(1000, 3, isActive: true, isError: true).Kind);
        Assert.Null(loop.LastActiveMilliseconds);
    }

    [Theory]
    [InlineData(null, ScaleDecisionKind.TriggerError)]
    [InlineData(4, ScaleDecisionKind.LeftToFallback)]
    [InlineData(0, ScaleDecisionKind.Deactivated)]
    public void Check_Error_DependsOnTheFallback(int? fallbackReplicas, ScaleDecisionKind expected)
    {
        var fallback = fallbackReplicas is { } replicas ? new Fallback(3, replicas) : null;
        var loop = new ScaleLoop(KedaCase.Object() with { Fallback = fallback }, 0);

        Assert.Equal(expected, loop.Check(1_000_000, 3, false, isError: true).Kind);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 3)]
    public void Check_ActiveAtZero_StartsTheMinimumOrOne(int min, int expected) => Assert.Equal(
        (ScaleDecisionKind.Activated, expected), Outcome(new ScaleLoop(KedaCase.Object(min), 0).Check(1000, 0, isActive: true)));

    [Fact]
    public void Explain_Cooldown_NamesTheNumbers()
    {
        var scaledObject = KedaCase.Object();
        var check = new ScaleCheck { NowMilliseconds = 100_000, CurrentReplicas = 4, IsActive = false, LastActiveMilliseconds = 40_000 };

        var step = ScaleDecisionText.Explain(scaledObject, check, ScaleExecutor.Decide(scaledObject, check));

        Assert.Equal("not active, but cooldownPeriod 300 s since 60 s ago is not over", step.Formula);
    }

    [Fact]
    public void Warnings_MinimumAboveZero_BothPeriodsWithoutEffect()
    {
        Assert.Equal(2, ScaledObjectWarnings.For(KedaCase.Object(min: 1)).Count);
        Assert.Empty(ScaledObjectWarnings.For(KedaCase.Object(min: 0)));
        Assert.Empty(ScaledObjectWarnings.For(KedaCase.Object(min: 2, idle: 0)));
        Assert.Single(ScaledObjectWarnings.For(KedaCase.Object(min: 1) with { Triggers = [KedaCase.Trigger with { UseCachedMetrics = true }] }));
    }

    private static (ScaleDecisionKind Kind, int Replicas) Outcome(ScaleDecision decision) => (decision.Kind, decision.Replicas ?? -1);
}
