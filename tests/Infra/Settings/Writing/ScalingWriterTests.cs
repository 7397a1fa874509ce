using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Writing;

namespace KedaStack.Tests.Infra.Settings.Writing;

public sealed class ScalingWriterTests
{
    [Theory]
    [InlineData]
    [InlineData("threshold=12.55", "window=1m30s", "scrapeInterval=1s500ms", "pollingInterval=7", "cooldownPeriod=0")]
    [InlineData("scaleUpStabilizationWindowSeconds=0", "scaleUpPolicies=4 Pods/15s,100 Percent/1m30s", "scaleDownPolicies=1 Pods/5m")]
    [InlineData("activationThreshold=2.5", "ignoreNullValues=true", "scaleUpSelectPolicy=Min", "scaleDownSelectPolicy=Disabled")]
    [InlineData("fallbackReplicas=5", "fallbackFailureThreshold=7", "fallbackBehavior=currentReplicasIfHigher")]
    [InlineData("scaleDownStabilizationWindowSeconds=450", "minReplicaCount=0", "maxReplicaCount=100")]
    public void Write_Parsed_IsTheSame(params string[] assignments)
    {
        var given = assignments.Select(assignment => assignment.Split('=')).Aggregate(RawSettings.Empty, (raw, pair) => raw.With(pair[0], pair[1]));
        var settings = SettingsParser.Parse(given).Settings!;

        var again = SettingsParser.Parse(ScalingWriter.Write(settings.Scaling));

        Assert.Equal(Given.Text(settings), Given.Text(again.Settings!));
    }

    [Fact]
    public void Write_WithAFallback_HoldsEverySettingOfScaling() => Assert.Equal(
        SettingsCatalogue.All.Where(setting => setting.Group == "scaling").Select(setting => setting.Key).Order(StringComparer.Ordinal),
        ScalingWriter.Write(Given.Settings(("fallbackReplicas", "5")).Scaling).Values.Keys);
}
