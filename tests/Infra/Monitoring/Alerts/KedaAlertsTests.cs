using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Tests.Infra.Monitoring.Rules.Tools;
using KedaStack.Tests.Infra.Running;
using static KedaStack.Tests.Infra.Monitoring.Alerts.HealthyCluster;

namespace KedaStack.Tests.Infra.Monitoring.Alerts;

public sealed class KedaAlertsTests
{
    private const string ScalerErrorsAlert = "AutoscalerScalerErrors";
    private const string KedaDown = "AutoscalerKedaDown";

    [PromtoolFact]
    public void ScalerErrors_ForTenMinutes_Fires() => new AlertCase()
        .With(ScalerErrors, "3+2x60")
        .Quiet(to: 9)
        .Fires(12, ScalerErrorsAlert)
        .Run();

    [PromtoolFact]
    public void ScalerErrors_OneBurst_IsQuiet() => new AlertCase().With(ScalerErrors, "3x20 9x40").Quiet().Run();

    [PromtoolFact]
    public void ScalerErrors_CounterResetByARestart_IsQuiet() => new AlertCase()
        .With(ScalerErrors, "300x10 0x20 0x30")
        .Quiet()
        .Run();

    [PromtoolFact]
    public void ScalerErrors_GoOnOverARestart_Fires() => new AlertCase()
        .With(ScalerErrors, "300+2x12 0+2x48")
        .Fires(12, ScalerErrorsAlert)
        .Fires(25, ScalerErrorsAlert)
        .Run();

    [PromtoolFact]
    public void ScalerErrors_AnswersOtherThan200WhileAFallbackHidesThem_Fires() => new AlertCase()
        .With(Answers("403"), PerSecond(0.1m))
        .Fires(12, ScalerErrorsAlert)
        .Run();

    [PromtoolFact]
    public void ScalerErrors_EmptyAnswersThatAreErrors_Fires() => new AlertCase()
        .With(EmptyAnswers(ignored: false), PerSecond(0.1m))
        .Fires(12, ScalerErrorsAlert)
        .Run();

    [PromtoolFact]
    public void ScalerErrors_EmptyAnswersThatAreIgnored_IsQuiet() => new AlertCase()
        .With(EmptyAnswers(ignored: true), PerSecond(0.1m))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void ScalerErrors_OfAnotherScaledObject_IsQuiet() => new AlertCase()
        .With(ScalerErrors.Replace("sample-app", "other", StringComparison.Ordinal), PerSecond(1))
        .With(ScalerErrors.Replace("keda-demo", "other", StringComparison.Ordinal), PerSecond(1))
        .Quiet()
        .Run();

    [Fact]
    public void ScalerErrors_WithTheAddOn_IsLeftOutAndNothingElse() => Assert.Equal(
        [ScalerErrorsAlert],
        Names(AutoscalerSeries.Of(Stacks.Defaults, HealthyCluster.Cluster)).Except(Names(AutoscalerSeries.Of(Stacks.AddOnSettings, HealthyCluster.Cluster))));

    [Fact]
    public void Alerts_WithTheAddOn_ReadNothingOfKedaItself() => Assert.All(
        AutoscalerAlerts.For(AutoscalerSeries.Of(Stacks.AddOnSettings, HealthyCluster.Cluster), Stacks.AddOnSettings.Scaling),
        rule => Assert.DoesNotContain("keda_", rule.Expression, StringComparison.Ordinal));

    [PromtoolTheory]
    [InlineData("keda-operator")]
    [InlineData("keda-operator-metrics-apiserver")]
    public void KedaDown_NoReplicaAvailable_Fires(string deployment) => new AlertCase()
        .With(Available(deployment), Always(0))
        .Quiet(to: 9)
        .Fires(11, KedaDown, $"deployment=\"{deployment}\"")
        .Run();

    [PromtoolTheory]
    [InlineData("keda-operator")]
    [InlineData("keda-operator-metrics-apiserver")]
    public void KedaDown_NoDeployment_Fires(string deployment) => new AlertCase()
        .Without($"deployment=\"{deployment}\"")
        .Quiet(to: 9)
        .Fires(11, KedaDown, $"""cluster="blue", namespace="keda", deployment="{deployment}" """)
        .Run();

    [PromtoolFact]
    public void KedaDown_OneOfTwoReplicasAvailable_IsQuiet() => new AlertCase()
        .With(Available("keda-operator"), Always(1))
        .Quiet()
        .Run();

    [PromtoolFact]
    public void KedaDown_InstalledEightMinutesAfterTheCluster_IsQuiet() => new AlertCase()
        .With(Available("keda-operator"), $"{Nothing(6)} {For(0, 2)} {For(2, 22)}")
        .With(Available("keda-operator-metrics-apiserver"), $"{Nothing(6)} {For(0, 2)} {For(1, 22)}")
        .Quiet()
        .Run();

    [PromtoolFact]
    public void KedaDown_AddOnInKubeSystem_Fires() => new AlertCase()
        .Settings(Stacks.AddOnSettings)
        .With(Available("keda-operator", "kube-system"), Always(0))
        .With(Available("keda-operator-metrics-apiserver", "kube-system"), Always(1))
        .Fires(11, KedaDown, """deployment="keda-operator" """)
        .Run();

    [PromtoolFact]
    public void AddOn_Healthy_IsQuiet() => new AlertCase()
        .Settings(Stacks.AddOnSettings)
        .Without("keda_")
        .Without("job=\"keda/keda\"")
        .Without("namespace=\"keda\"")
        .With(Available("keda-operator", "kube-system"), Always(2))
        .With(Available("keda-operator-metrics-apiserver", "kube-system"), Always(1))
        .Quiet()
        .Run();

    private static IEnumerable<string> Names(AutoscalerSeries series) =>
        AutoscalerAlerts.For(series, Stacks.Defaults.Scaling).Select(rule => rule.Name);
}
