using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class DefaultsTests
{
    private static readonly StackSettings _defaults = SettingsParser.Defaults;

    [Fact]
    public void Scaling_Default_IsTheDemoOfSeed2()
    {
        var scaling = _defaults.Scaling;
        Assert.Equal("2m", PrometheusDuration.Format(scaling.Window));
        Assert.Equal("15s", PrometheusDuration.Format(scaling.ScrapeInterval));
        Assert.Equal(10m, scaling.Threshold);
        Assert.Equal(0m, scaling.ActivationThreshold);
        Assert.Equal(15, scaling.PollingInterval.TotalSeconds);
        Assert.Equal(90, scaling.CooldownPeriod.TotalSeconds);
        Assert.Equal(1, scaling.MinReplicaCount);
        Assert.Equal(10, scaling.MaxReplicaCount);
    }

    [Fact]
    public void Scaling_Default_HasNoFallbackNorBehaviorAndTakesNoAnswerForAnError()
    {
        Assert.False(_defaults.Scaling.IgnoreNullValues);
        Assert.Null(_defaults.Scaling.Fallback);
        Assert.Null(_defaults.Scaling.Behavior);
    }

    [Fact]
    public void General_Default_IsASmallUnprotectedStack()
    {
        Assert.Equal("eastus", _defaults.Location);
        Assert.Equal("kedastack", _defaults.NamePrefix);
        Assert.Empty(_defaults.Tags);
        Assert.False(_defaults.Protect);
        Assert.Empty(_defaults.Admins);
    }

    [Fact]
    public void Cluster_Default_HasLocalAccountsAndTwoToFourNodes()
    {
        var cluster = _defaults.Cluster;
        Assert.Equal(ClusterAccess.LocalAccounts, cluster.Access);
        Assert.Equal(KubeloginMode.AzureCli, cluster.Kubelogin);
        Assert.Null(cluster.KubernetesVersion);
        Assert.Equal("Standard_D2s_v5", cluster.NodeVmSize);
        Assert.Equal((2, 4), (cluster.NodeCountMin, cluster.NodeCountMax));
        Assert.Equal(ClusterTier.Free, cluster.Tier);
        Assert.Empty(cluster.Zones);
    }

    [Fact]
    public void Monitoring_Default_IsInTheStacksRegionWithGrafana()
    {
        var monitoring = _defaults.Monitoring;
        Assert.Equal("eastus", monitoring.Location);
        Assert.True(monitoring.Grafana);
        Assert.Null(monitoring.GrafanaName);
        Assert.True(monitoring.RecordingRules);
        Assert.Null(monitoring.ClusterLabel);
    }

    [Fact]
    public void Keda_Default_IsTheHelmChart()
    {
        var keda = _defaults.Keda;
        Assert.Equal(KedaInstallation.Helm, keda.Installation);
        Assert.Equal("2.20.2", keda.ChartVersion);
        Assert.Equal("keda", keda.Namespace);
        Assert.Equal(90, keda.CredentialPropagation.TotalSeconds);
    }

    [Fact]
    public void Workload_Default_IsTheDemoWithOneGenerator()
    {
        var workload = _defaults.Workload;
        Assert.Equal("keda-demo", workload.Namespace);
        Assert.StartsWith("docker.io/library/python:3.12-slim@sha256:", workload.Image, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, workload.WorkPerRequest);
        Assert.Equal(1, workload.LoadGeneratorReplicas);
        Assert.Equal(30m, workload.LoadGeneratorRate);
    }
}
