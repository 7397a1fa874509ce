using KedaStack.Tests.Infra.Monitoring.Rules.Tools;
using KedaStack.Tests.Infra.Running;
using static KedaStack.Tests.Infra.Monitoring.Alerts.HealthyCluster;

namespace KedaStack.Tests.Infra.Monitoring.Alerts;

public sealed class ScalingAlertsTests
{
    private const string AtMaxReplicas = "AutoscalerAtMaxReplicas";
    private const string HpaCannotRead = "AutoscalerHpaCannotReadMetric";

    [PromtoolFact]
    public void HealthyCluster_ForHalfAnHour_IsQuiet() => new AlertCase().Quiet().Run();

    [PromtoolFact]
    public void AtMaxReplicas_MoreLoadThanTheyAreMeantForForTenMinutes_Fires() => new AlertCase()
        .With(Requests, PerSecond(120))
        .With(DesiredReplicas, Always(10))
        .Quiet(to: 10)
        .Fires(12, AtMaxReplicas)
        .Run();

    [PromtoolFact]
    public void AtMaxReplicas_LoadThatTheyAreMeantFor_IsQuiet() => new AlertCase()
        .With(Requests, PerSecond(100))
        .With(DesiredReplicas, Always(10))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void AtMaxReplicas_LoadWithinTheTolerance_IsQuiet() => new AlertCase()
        .With(Requests, PerSecond(109))
        .With(DesiredReplicas, Always(10))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void AtMaxReplicas_StillScalingUp_IsQuiet() => new AlertCase()
        .With(Requests, PerSecond(120))
        .With(DesiredReplicas, Always(9))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void AtMaxReplicas_SpikeOfSevenMinutes_IsQuiet() => new AlertCase()
        .With(Requests, $"{PerSecond(120, minutes: 7)} {50400}x46")
        .With(DesiredReplicas, Always(10))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void AtMaxReplicas_LoadGoesAway_IsOver() => new AlertCase()
        .With(Requests, $"{PerSecond(120, minutes: 15)} {108000}x30")
        .With(DesiredReplicas, Always(10))
        .Fires(14, AtMaxReplicas)
        .Quiet(from: 18)
        .Run();

    [PromtoolTheory]
    [InlineData(21, 5, 4.0)]
    [InlineData(24, 3, 7.2)]
    public void AtMaxReplicas_OtherSettings_FollowsThem(int rate, int most, double threshold) => new AlertCase()
        .Settings(Stacks.Defaults with
        {
            Scaling = Stacks.Defaults.Scaling with { MaxReplicaCount = most, Threshold = (decimal)threshold },
        })
        .With(Requests, PerSecond(rate + 2))
        .With(DesiredReplicas, Always(most))
        .Fires(14, AtMaxReplicas)
        .Run();

    [PromtoolTheory]
    [InlineData(21, 5, 4.0)]
    [InlineData(23, 3, 7.2)]
    public void AtMaxReplicas_OtherSettingsAndLessLoad_IsQuiet(int rate, int most, double threshold) => new AlertCase()
        .Settings(Stacks.Defaults with
        {
            Scaling = Stacks.Defaults.Scaling with { MaxReplicaCount = most, Threshold = (decimal)threshold },
        })
        .With(Requests, PerSecond(rate))
        .With(DesiredReplicas, Always(most))
        .Quiet()
        .Run();

    [PromtoolTheory]
    [InlineData("false")]
    [InlineData("unknown")]
    public void HpaCannotRead_ScalingIsNotActive_Fires(string status) => new AlertCase()
        .With(ScalingActive("true"), Always(0))
        .With(ScalingActive(status), Always(1))
        .Quiet(to: 9)
        .Fires(11, HpaCannotRead)
        .Run();

    [PromtoolFact]
    public void HpaCannotRead_ScalingDisabledAtZeroReplicas_IsQuiet() => new AlertCase()
        .With(ScalingActive("true"), Always(0))
        .With(ScalingActive("false"), Always(1))
        .With(SpecReplicas, Always(0))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void HpaCannotRead_EightMinutesAfterItsCreation_IsQuiet() => new AlertCase()
        .With(ScalingActive("true"), $"{For(0, 8)} {For(1, 22)}")
        .With(ScalingActive("false"), $"{For(1, 8)} {For(0, 22)}")
        .Quiet()
        .Run();

    [PromtoolFact]
    public void HpaCannotRead_NoHpaWhilePaused_IsQuiet() => new AlertCase().Without("horizontalpodautoscaler").Quiet().Run();
}
