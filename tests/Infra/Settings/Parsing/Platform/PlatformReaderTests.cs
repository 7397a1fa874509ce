using KedaStack.Infra.Settings.Platform;
using KedaStack.Tests.Infra.Settings.Variants;

namespace KedaStack.Tests.Infra.Settings.Parsing.Platform;

public sealed class PlatformReaderTests
{
    private const string Url = "http://p:9090";

    [Theory]
    [InlineData("existingCluster", "prod", "existingCluster: is no id of a Microsoft.ContainerService/managedClusters (got \"prod\"); ")]
    [InlineData("existingCluster", AlternativeValues.WorkspaceId, "existingCluster: is no id of a Microsoft.ContainerService/managedClusters (got ")]
    [InlineData("existingWorkspace", AlternativeValues.ClusterId, "existingWorkspace: is no id of a Microsoft.Monitor/accounts (got ")]
    [InlineData("existingGrafana", "g", "existingGrafana: is no id of a Microsoft.Dashboard/grafana (got \"g\"); ")]
    [InlineData("existingDataCollectionRule", "g", "existingDataCollectionRule: is no id of a Microsoft.Insights/dataCollectionRules (got \"g\"); ")]
    [InlineData("prometheusUrl", "p:9090", "prometheusUrl: is not the address of a Prometheus (got \"p:9090\"); ")]
    [InlineData("prometheusUrl", "http://p:9090/api/v1/", "prometheusUrl: ends with /api/v1, which KEDA adds itself (got \"http://p:9090/api/v1/\"); write http://p:9090")]
    [InlineData("prometheusUrl", "http://a:b@p:9090", "prometheusUrl: has a password in it, which everybody could read (got user information); ")]
    [InlineData("prometheusUrl", "http://p:9090?x=1", "prometheusUrl: has a query behind its path (got ")]
    [InlineData("kubeContext", "kind", "kubeContext: without existingCluster means a cluster that is no AKS, whose metrics Azure Monitor does not collect (got \"kind\"); ")]
    [InlineData("prometheusAuth", "bearer", "prometheusAuth: has no effect without prometheusUrl (got \"bearer\"); ")]
    [InlineData("prometheusSecret", "s", "prometheusSecret: has no effect without prometheusUrl (got \"s\"); ")]
    [InlineData("kedaServiceAccount", "", "kedaServiceAccount: is missing (got nothing); ")]
    public void Rejects_One(string key, string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Given.Problems((key, text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("existingWorkspace", AlternativeValues.WorkspaceId, "prometheusUrl: does not go with existingWorkspace (got both); ")]
    [InlineData("prometheusAuth", "azure", "prometheusAuth: would send a token for Azure Monitor to something else (got \"azure\"); ")]
    [InlineData("prometheusAuth", "basic", "prometheusSecret: is missing (got prometheusAuth basic); write the name of a Secret with the keys username, password, ")]
    [InlineData("prometheusSecret", "s", "prometheusSecret: has no effect without authentication (got \"s\"); ")]
    [InlineData("prometheusAudience", "api://x", "prometheusAudience: has no effect without prometheusAuth: azure (got \"api://x\"); ")]
    [InlineData("prometheusScope", "cluster", "prometheusScope: has no effect with prometheusUrl (got \"cluster\"); ")]
    public void Rejects_BesideAnAddress(string key, string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Given.Problems(("prometheusUrl", Url), (key, text))), StringComparison.Ordinal);

    [Fact]
    public void Rejects_SecretOfAnotherNamespace() => Assert.StartsWith(
        "prometheusSecret: names a namespace (got \"monitoring/token\"); ",
        Assert.Single(Given.Problems(("prometheusUrl", Url), ("prometheusAuth", "bearer"), ("prometheusSecret", "monitoring/token"))), StringComparison.Ordinal);

    [Fact]
    public void Rejects_AddOnOutsideOfAks() => Assert.StartsWith(
        "kedaInstallation: is an add-on of AKS, which the cluster is none of (got \"addon\"); ",
        Assert.Single(Given.Problems(("kubeContext", "kind"), ("prometheusUrl", Url), ("kedaInstallation", "addon"))), StringComparison.Ordinal);

    [Fact]
    public void Rejects_WorkspaceOutsideOfAks() => Assert.StartsWith(
        "kubeContext: without existingCluster means a cluster that is no AKS, whose tokens an identity of Azure does not trust (got \"kind\"); ",
        Assert.Single(Given.Problems(("kubeContext", "kind"), ("existingWorkspace", AlternativeValues.WorkspaceId))), StringComparison.Ordinal);

    [Fact]
    public void Address_LosesItsLastSlash() =>
        Assert.Equal(new OwnPrometheus(Url, new NoAuthentication()), Given.Settings(("prometheusUrl", $"{Url}/")).Platform.Metrics);
}
