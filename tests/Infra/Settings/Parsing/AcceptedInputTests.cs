using KedaStack.Infra.Settings;
using KedaStack.Scaling.Hpa.Spec;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class AcceptedInputTests
{
    [Theory]
    [InlineData("location", "westeurope")]
    [InlineData("namePrefix", "a")]
    [InlineData("namePrefix", "shop-2")]
    [InlineData("kubernetesVersion", "1.35")]
    [InlineData("kubernetesVersion", "1.35.2")]
    [InlineData("nodeVmSize", "Standard_E4-2s_v5")]
    [InlineData("nodeVmSize", "Standard_NC4as_T4_v3")]
    [InlineData("nodeVmSize", "Standard_DC2ads_v5")]
    [InlineData("grafanaMajorVersion", "13")]
    [InlineData("grafanaName", "a1")]
    [InlineData("grafanaName", "a12345678901234567890-3")]
    [InlineData("kedaChartVersion", "2.21.0-rc.1+build.5")]
    [InlineData("workloadNamespace", "123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData("threshold", "0.5")]
    [InlineData("window", "30s")]
    [InlineData("window", "32d")]
    [InlineData("minReplicaCount", "0")]
    [InlineData("credentialPropagationSeconds", "900")]
    public void Accepts_LimitsAndUnusualValues(string key, string text) => Assert.Empty(Given.Problems((key, text)));

    [Fact]
    public void Accepts_EveryWord()
    {
        var settings = Given.Settings(
            ("access", "entra"),
            ("kubelogin", "workloadidentity"),
            ("tier", "Premium"),
            ("kedaInstallation", "addon"),
            ("fallbackReplicas", "3"),
            ("fallbackBehavior", "currentReplicasIfLower"),
            ("scaleUpSelectPolicy", "Min"));
        Assert.Equal(ClusterAccess.Entra, settings.Cluster.Access);
        Assert.Equal(KubeloginMode.WorkloadIdentity, settings.Cluster.Kubelogin);
        Assert.Equal(ClusterTier.Premium, settings.Cluster.Tier);
        Assert.Equal(KedaInstallation.AddOn, settings.Keda.Installation);
        Assert.Equal(new Fallback(3, 3, FallbackBehavior.CurrentReplicasIfLower), settings.Scaling.Fallback);
        Assert.Equal(SelectPolicy.Min, settings.Scaling.Behavior!.ScaleUp!.SelectPolicy);
    }

    [Theory]
    [InlineData("""["a=1","b=x=y","c="]""")]
    [InlineData("a=1, b=x=y,c=")]
    public void Tags_JsonOrCommas_AreSplitAtTheFirstEqualsSign(string text)
    {
        var tags = Given.Settings(("tags", text)).Tags;
        Assert.Equal([new("a", "1"), new("b", "x=y"), new("c", "")], tags);
    }

    [Theory]
    [InlineData("[3,1]")]
    [InlineData("""["3","1"]""")]
    [InlineData("3,1")]
    public void Zones_JsonNumbersTextsOrCommas_AreTheSame(string text) =>
        Assert.Equal(["3", "1"], Given.Settings(("zones", text)).Cluster.Zones);

    [Fact]
    public void Admins_IdsAndUserPrincipalNames_AreKeptAsWritten()
    {
        string[] admins = ["6b1d3e52-9a43-4c5e-8f0e-2d1f6c0a7b94", "Alice@contoso.com", "bob_fabrikam.com#EXT#@contoso.onmicrosoft.com"];
        Assert.Equal(admins, Given.Settings(("admins", string.Join(',', admins))).Admins);
    }

    [Fact]
    public void Behavior_WindowPoliciesAndSelectPolicy_AreRead()
    {
        var behavior = Given.Settings(
            ("scaleDownStabilizationWindowSeconds", "0"),
            ("scaleDownPolicies", "1 Pods/30s,50 Percent/30m"),
            ("scaleDownSelectPolicy", "Disabled")).Scaling.Behavior!;
        Assert.Null(behavior.ScaleUp);
        Assert.Equal(TimeSpan.Zero, behavior.ScaleDown!.StabilizationWindow);
        Assert.Equal(["1 Pods/30s", "50 Percent/30m"], behavior.ScaleDown.Policies.Select(policy => policy.ToString()));
        Assert.Equal(SelectPolicy.Disabled, behavior.ScaleDown.SelectPolicy);
    }

    [Theory]
    [InlineData("""a "b" \c""", """
        cluster="a \"b\" \\c"
        """)]
    [InlineData("it's {x=~\".*\"}", """
        cluster="it's {x=~\".*\"}"
        """)]
    public void ClusterLabel_QuotesAndBackslashes_AreEscapedInTheQueryNotRefused(string text, string expected)
    {
        var label = Given.Settings(("clusterLabel", text)).Monitoring.ClusterLabel!;
        Assert.Equal(expected, new LabelMatcher("cluster", label).ToString());
    }

    [Fact]
    public void MonitorLocation_Empty_FollowsTheStacksRegion() =>
        Assert.Equal("westus2", Given.Settings(("location", "westus2")).Monitoring.Location);

    [Fact]
    public void MonitorLocation_Given_IsItsOwn() =>
        Assert.Equal("westeurope", Given.Settings(("monitorLocation", "westeurope")).Monitoring.Location);

    [Theory]
    [InlineData("10")]
    [InlineData("10.0")]
    [InlineData("+10.00")]
    public void Threshold_TrailingZeros_AreOneNumber(string text) =>
        Assert.Equal("10", Given.Settings(("threshold", text)).Scaling.Threshold.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void AddOn_SettingsOfTheChart_AreWithoutEffect() =>
        Assert.Empty(Given.Problems(("kedaInstallation", "addon"), ("kedaNamespace", "kube-system"), ("kedaChartVersion", "2.19.0")));

    [Fact]
    public void AddOn_SameNamespaceAsTheWorkload_IsWithoutEffect() =>
        Assert.Empty(Given.Problems(("kedaInstallation", "addon"), ("workloadNamespace", "keda")));

    [Fact]
    public void Fallback_WithIgnoreNullValues_IsNoProblem() =>
        Assert.Empty(Given.Problems(("fallbackReplicas", "2"), ("ignoreNullValues", "true")));
}
