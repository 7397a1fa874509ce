using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Monitoring.Rules;
using KedaStack.Tests.Infra.Monitoring.Rules.Tools;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Monitoring.Alerts;

public sealed class AutoscalerAlertsTests
{
    private static IReadOnlyList<AlertRule> Rules =>
        AutoscalerAlerts.For(AutoscalerSeries.Of(Stacks.Defaults, cluster: null), Stacks.Defaults.Scaling);

    [Fact]
    public void Rules_ByDefault_AreThese() => Assert.Equal(
        [
            "AutoscalerAtMaxReplicas", "AutoscalerHpaCannotReadMetric", "AutoscalerScalerErrors", "AutoscalerKedaDown",
            "AutoscalerMetricAbsent", "AutoscalerTargetDown", "AutoscalerClusterMetricsAbsent",
        ],
        Rules.Select(rule => rule.Name));

    [Fact]
    public void Rules_Always_FitIntoOneGroup() => Assert.InRange(Rules.Count, 1, RecordingRuleGroup.MaximumRules);

    [Fact]
    public void Rules_WithACluster_SelectNoSeriesOfAnother() => Assert.All(
        AutoscalerAlerts.For(AutoscalerSeries.Of(Stacks.Defaults, "blue"), Stacks.Defaults.Scaling),
        rule => Assert.Equal(
            rule.Expression.Count(letter => letter == '{'),
            rule.Expression.Split("{cluster=\"blue\"").Length - 1));

    [Fact]
    public void Rules_ClusterWithAQuote_EscapeIt() => Assert.All(
        AutoscalerAlerts.For(AutoscalerSeries.Of(Stacks.Defaults, "a\"b"), Stacks.Defaults.Scaling),
        rule => Assert.Contains("""cluster="a\"b" """.TrimEnd(), rule.Expression, StringComparison.Ordinal));

    [Fact]
    public void Page_CheckedIn_IsThatOfTheRules() => Assert.Equal(AlertDocs.Write(Stacks.Defaults), RepositoryRoot.Read(AlertDocs.Path));

    [Fact]
    public void Page_Always_HasTheHeadingThatAnAlertLinksTo() => Assert.All(
        Rules,
        rule => Assert.Contains($"\n### {rule.Name}\n", RepositoryRoot.Read(AlertDocs.Path), StringComparison.Ordinal));

    [PromtoolFact]
    public void RenderedFile_OfThePlainRules_PassesTheSyntaxCheck()
    {
        var result = Promtool.CheckRules(RepositoryRoot.PathOf("manifests/monitoring/autoscaler-alerts.yaml"));

        Assert.True(result.Passed, result.Output);
        Assert.Contains($"{Rules.Count} rules found", result.Output, StringComparison.Ordinal);
    }
}
