using System.Collections.Immutable;
using System.Text;
using Moq;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Running;

/// <summary>Mocks that answer as Azure and the engine do. A type or function that they do not know is an error.</summary>
internal static class AzureMocks
{
    /// <summary>An update: every output has a value.</summary>
    public static Mock<IMocks> Update() => Create(args => (MockedOutputs.Id(args), args.Inputs.SetItems(MockedOutputs.Of(args))));

    /// <summary>A preview before the first update: nothing exists, so nothing but the inputs is known.</summary>
    public static Mock<IMocks> FirstPreview() => Create(args => (null, args.Inputs));

    private static Mock<IMocks> Create(Func<MockResourceArgs, (string? Id, object State)> answer)
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .Returns<MockResourceArgs>(args => Task.FromResult(answer(args)));
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>()))
            .Returns<MockCallArgs>(args => Task.FromResult<object>(Call(args)));
        return mocks;
    }

    private static ImmutableDictionary<string, object> Call(MockCallArgs args) => args.Token switch
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
        _ => throw new NotSupportedException($"The mocks do not know the function {args.Token}."),
    };

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
