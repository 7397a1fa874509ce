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
    [InlineData("resourceGroup", "a b", "resourceGroup: is not a name for a resource group (got \"a b\"); write 1 to 90 letters, digits and -_.(), no full stop last")]
    [InlineData("resourceGroup", "a.", "resourceGroup: is not a name for a resource group (got \"a.\"); ")]
    [InlineData("resourceGroup", "/subscriptions/x/resourceGroups/shared", "resourceGroup: is an id (got \"/subscriptions/x/resourceGroups/shared\"); write its name, shared")]
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
    [InlineData("prometheusSecret", "s", "prometheusSecret: has no effect without authentication (got \"s\"); write prometheusAuth, such as bearer or basic; an authority (ca) alone ")]
    [InlineData("prometheusAudience", "api://x", "prometheusAudience: has no effect without prometheusAuth: azure (got \"api://x\"); ")]
    [InlineData("prometheusScope", "cluster", "prometheusScope: has no effect with prometheusUrl (got \"cluster\"); ")]
    public void Rejects_BesideAnAddress(string key, string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Given.Problems(("prometheusUrl", Url), (key, text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("access", "localAccounts", "access: is not there in an Automatic cluster, whose local accounts are off (got \"localAccounts\" with sku \"Automatic\"); write entra")]
    [InlineData("kedaInstallation", "helm", "kedaInstallation: is a second KEDA in an Automatic cluster, which has the add-on and keeps it (got \"helm\" with sku \"Automatic\"); write addon")]
    [InlineData("kedaInstallation", "existing", "kedaInstallation: is a second KEDA in an Automatic cluster, which has the add-on and keeps it (got \"existing\" with sku \"Automatic\"); write addon")]
    [InlineData("tier", "Premium", "tier: is not the tier of an Automatic cluster, which is Standard (got \"Premium\" with sku \"Automatic\"); leave it out")]
    [InlineData("nodeVmSize", "Standard_D4s_v5", "nodeVmSize: is chosen by Azure in an Automatic cluster, which makes nodes as pods need them (got \"Standard_D4s_v5\" with sku \"Automatic\"); leave it out, or write sku: Base")]
    [InlineData("nodeCountMin", "3", "nodeCountMin: is chosen by Azure in an Automatic cluster, ")]
    [InlineData("nodeCountMax", "9", "nodeCountMax: is chosen by Azure in an Automatic cluster, ")]
    [InlineData("zones", "1,2", "zones: is chosen by Azure in an Automatic cluster, ")]
    public void Rejects_OfAnAutomaticCluster(string key, string text, string expected)
    {
        var given = new Dictionary<string, string> { ["sku"] = "Automatic", ["access"] = "entra", ["kedaInstallation"] = "addon", [key] = text };
        Assert.StartsWith(expected, Assert.Single(Given.Problems([.. given.Select(entry => (entry.Key, entry.Value))])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Automatc", "sku: is an unknown word (got \"Automatc\"); did you mean Automatic? Allowed is Base or Automatic")]
    [InlineData("Standard", "sku: is an unknown word (got \"Standard\"); write Base or Automatic")]
    public void Rejects_AnotherSku(string text, string expected) => Assert.Equal(expected, Assert.Single(Given.Problems(("sku", text))));

    // The cluster is its owner's, whatever it is.
    [Fact]
    public void Sku_OfAGivenCluster_RefusesNothing() =>
        Assert.Empty(Given.Problems(("sku", "Automatic"), ("existingCluster", AlternativeValues.ClusterId), ("kedaInstallation", "helm")));

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
