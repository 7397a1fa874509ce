using KedaStack.Tests.Sdks.Behaviour.Things;
using Pulumi;
using Pulumi.AzureNative.Resources;
using Pulumi.Kubernetes.Core.V1;

namespace KedaStack.Tests.Sdks.Behaviour;

public class ProviderTests
{
    private const string K8sReference = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:kubernetes::k8s::k8s-id";

    private readonly RecordingMocks _mocks = new();

    [Fact]
    public async Task ExplicitProvider_IsNamedByUrnAndId()
    {
        await _mocks.RunAsync(() => _ = new ConfigMap("map", options: new() { Provider = K8s() }));

        Assert.Equal("pulumi:providers:kubernetes", _mocks.Resources[0].Type);
        Assert.Equal(K8sReference, ProviderOf("map"));
    }

    [Fact]
    public async Task ComponentsProviders_AreInheritedByPackage()
    {
        await _mocks.RunAsync(() =>
        {
            var outer = new Group("outer", new() { Providers = { K8s() } });
            var inner = new Group("inner", new() { Parent = outer });
            _ = new ConfigMap("map", options: new() { Parent = inner });
            _ = new ResourceGroup("rg", options: new() { Parent = inner });
        });

        Assert.Equal(K8sReference, ProviderOf("map"));
        Assert.Equal("", ProviderOf("rg"));
    }

    [Fact]
    public async Task ComponentsSingleProvider_IsInherited()
    {
        await _mocks.RunAsync(() => _ = new ConfigMap("map", options: new() { Parent = new Group("group", new() { Provider = K8s() }) }));

        Assert.Equal(K8sReference, ProviderOf("map"));
    }

    [Fact]
    public async Task CustomResourcesProvider_IsInherited()
    {
        await _mocks.RunAsync(() =>
        {
            var parent = new ConfigMap("parent", options: new() { Provider = K8s() });
            _ = new ConfigMap("map", options: new() { Parent = parent });
        });

        Assert.Equal(K8sReference, ProviderOf("map"));
    }

    [Fact]
    public async Task ProviderAndProviders_CannotBeTogether()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.RunAsync(() =>
        {
            var provider = K8s();
            _ = new Group("group", new() { Provider = provider, Providers = { provider } });
        }));

        Assert.Contains("Do not supply both 'provider' and 'providers'", failure.Message);
    }

    [Fact]
    public async Task ProviderInputs_ArriveAsTheProviderTakesThem()
    {
        await _mocks.RunAsync(() => _ = new Pulumi.Kubernetes.Provider("k8s", new()
        {
            KubeConfig = Output.CreateSecret("config"),
            EnableServerSideApply = true,
        }));

        Assert.Equal("config", _mocks.InputsOf("k8s")["kubeconfig"]);
        Assert.Equal("true", _mocks.InputsOf("k8s")["enableServerSideApply"]);
    }

    [Fact]
    public async Task MergedProviders_KeepOneOfEachPackage()
    {
        await _mocks.RunAsync(() =>
        {
            var first = K8s();
            var second = new Pulumi.Kubernetes.Provider("second");
            var merged = ComponentResourceOptions.Merge(new() { Providers = { first } }, new() { Providers = { second } });
            Assert.Equal([second], merged.Providers);
        });
    }

    private static Pulumi.Kubernetes.Provider K8s() => new("k8s");

    private string? ProviderOf(string name) => _mocks.Resources.Single(resource => resource.Name == name).Provider;
}
