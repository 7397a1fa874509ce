using System.Collections.Immutable;
using System.Text;
using KedaStack.Tests.Infra.Settings.Variants;
using Moq;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Running;

/// <summary>Mocks that answer as Azure and the engine do. A type or function that they do not know is an error.</summary>
internal static class AzureMocks
{
    /// <summary>The query endpoint of a workspace that is there.</summary>
    public const string GivenEndpoint = "https://metrics-abcd.westeurope.prometheus.monitor.azure.com";

    /// <summary>The issuer of a cluster that is there.</summary>
    public const string GivenIssuer = "https://westeurope.oic.prod-aks.azure.com/tenant/given/";

    /// <summary>An update: every output has a value.</summary>
    /// <param name="hasAddOn">Whether a cluster that is there has the KEDA add-on.</param>
    public static Mock<IMocks> Update(bool hasAddOn = false) =>
        Create(args => (MockedOutputs.Id(args), args.Inputs.SetItems(MockedOutputs.Of(args))), hasAddOn);

    /// <summary>An update that reads a cluster which is another than it should be.</summary>
    public static Mock<IMocks> UpdateOf(ImmutableDictionary<string, object> cluster)
    {
        var mocks = Update();
        mocks.Setup(mock => mock.CallAsync(It.Is<MockCallArgs>(args => args.Token == "azure-native:containerservice:getManagedCluster")))
            .Returns(Task.FromResult<object>(cluster));
        return mocks;
    }

    /// <summary>A cluster that is there and lacks nothing.</summary>
    public static ImmutableDictionary<string, object> Cluster(bool hasIssuer = true, bool hasAddOn = false) => Map(
        ("oidcIssuerProfile", Map(("enabled", hasIssuer), ("issuerURL", GivenIssuer))),
        ("securityProfile", Map(("workloadIdentity", Map(("enabled", hasIssuer))))),
        ("azureMonitorProfile", Map(("metrics", Map(("enabled", hasIssuer))))),
        ("workloadAutoScalerProfile", Map(("keda", Map(("enabled", hasAddOn))))),
        ("powerState", Map(("code", "Running"))));

    /// <summary>A preview before the first update: nothing exists, so nothing but the inputs is known.</summary>
    /// <param name="hasAddOn">Whether a cluster that is there has the KEDA add-on.</param>
    public static Mock<IMocks> FirstPreview(bool hasAddOn = false) => Create(args => (null, args.Inputs), hasAddOn);

    private static Mock<IMocks> Create(Func<MockResourceArgs, (string? Id, object State)> answer, bool hasAddOn)
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .Returns<MockResourceArgs>(args => Task.FromResult(answer(args)));
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>()))
            .Returns<MockCallArgs>(args => Task.FromResult<object>(Call(args, hasAddOn)));
        return mocks;
    }

    private static ImmutableDictionary<string, object> Call(MockCallArgs args, bool hasAddOn) => args.Token switch
    {
        "azure-native:authorization:getClientConfig" => Map(
            ("clientId", Cloud.DeployerClientId),
            ("objectId", Cloud.DeployerObjectId),
            ("subscriptionId", Cloud.SubscriptionId),
            ("tenantId", Cloud.TenantId)),
        "azuread:index/getUsers:getUsers" => Map(
            ("objectIds", ImmutableArray.CreateRange<object>(
                ((ImmutableArray<object>)args.Args["userPrincipalNames"]).Select(name => Cloud.ObjectIdOf((string)name))))),
        "azure-native:containerservice:listManagedClusterUserCredentials" => Map(
            ("kubeconfigs", ImmutableArray.Create<object>(Map(
                ("name", "clusterUser"),
                ("value", Convert.ToBase64String(Encoding.UTF8.GetBytes(
                    args.Args.ContainsKey("format") ? Kubeconfigs.DeviceCode : Kubeconfigs.Certificate))))))),
        "azure-native:containerservice:getManagedCluster" => Cluster(hasAddOn: hasAddOn),
        "azure-native:monitor:getAzureMonitorWorkspace" => Map(
            ("location", "westeurope"), ("provisioningState", "Succeeded"), ("metrics", Map(("prometheusQueryEndpoint", GivenEndpoint)))),
        "azure-native:monitor:getDataCollectionRule" => Map(
            ("dataFlows", ImmutableArray.Create<object>(Map(("streams", ImmutableArray.Create<object>("Microsoft-PrometheusMetrics"))))),
            ("destinations", Map(("monitoringAccounts", ImmutableArray.Create<object>(Map(("accountResourceId", AlternativeValues.WorkspaceId))))))),
        "azure-native:dashboard:getGrafana" => Map(
            ("identity", Map(("principalId", Cloud.GrafanaPrincipalId))), ("properties", Map(("endpoint", Cloud.GrafanaUrl)))),
        _ => throw new NotSupportedException($"The mocks do not know the function {args.Token}."),
    };

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
