using System.Text.Json;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Reports.Tune;
using KedaStack.Tests.Scaling.Tuning;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Reports.Tune;

public sealed class ConfigFragmentTests
{
    private const string Everything = "threshold=12.5;window=1m30s;scrapeInterval=20s;pollingInterval=30;cooldownPeriod=60;minReplicaCount=2;maxReplicaCount=40;"
        + "scaleUpStabilizationWindowSeconds=15;scaleUpPolicies=4 Pods/15s,100 Percent/15s;scaleDownStabilizationWindowSeconds=0;scaleDownPolicies=1 Pods/5m";

    [Fact]
    public void Write_EveryKindOfValue_HasTheTypeOfItsSetting() => Assert.Equal(
        """
        config:
          scrapeInterval: "20s"
          window: "1m30s"
          threshold: "12.5"
          pollingInterval: 30
          cooldownPeriod: 60
          minReplicaCount: 2
          maxReplicaCount: 40
          scaleUpStabilizationWindowSeconds: "15"
          scaleUpPolicies:
            - 4 Pods/15s
            - 100 Percent/15s
          scaleDownStabilizationWindowSeconds: "0"
          scaleDownPolicies:
            - 1 Pods/5m

        """,
        ConfigFragment.Write(TunedChange.Between("", Everything)));

    [Theory]
    [InlineData("", Everything)]
    [InlineData(Everything, "")]
    [InlineData("", "threshold=20")]
    [InlineData("scaleUpPolicies=4 Pods/15s,100 Percent/15s", "scaleUpPolicies=2 Pods/1m")]
    public void Write_PutIntoTheStackFile_GivesTheSettings(string before, string after)
    {
        var read = Read(ConfigFragment.Write(TunedChange.Between(before, after)));

        Assert.Equal(Text(TunedChange.Settings(after)), Text(read));
    }

    [Fact]
    public void Write_WhateverIsFound_GivesTheSettings()
    {
        var today = TunedChange.Settings("");
        var result = Problems.Of(today, Problems.Burst).Tune(300);

        Assert.All(
            result.Front.Where(point => point.Changes.Count > 0).Append(result.Recommended),
            point => Assert.Equal(Text(point.Settings), Text(Read(ConfigFragment.Write(SettingChange.Between(today, point.Settings))))));
        Assert.All(result.Front, point => Assert.Equal(
            point.Changes.Select(change => change.Name).ToHashSet(), [.. SettingChange.Between(today, point.Settings).Select(change => change.Key)]));
    }

    private static KedaStack.Scaling.ScalingSettings Read(string fragment)
    {
        using var directory = new TemporaryDirectory();
        File.Copy(RepositoryRoot.PathOf("Pulumi.yaml"), directory.Combine("Pulumi.yaml"));
        File.WriteAllText(directory.Combine("Pulumi.dev.yaml"), fragment);
        var result = StackConfiguration.Load(directory.Path, "dev", []).Result;
        Assert.Empty(result.Problems);
        return result.Settings!.Scaling;
    }

    private static string Text(KedaStack.Scaling.ScalingSettings settings) => JsonSerializer.Serialize(settings);
}
