using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra;

/// <summary>No secret and nothing open to the world anywhere.</summary>
public sealed class SecretFreeTests
{
    [Fact]
    public async Task Kubernetes_InEveryStack_HasNoSecretObject() => Assert.All(
        await Stacks.AllAsync(), run => Assert.Empty(run.OfKind("Secret")));

    [Fact]
    public async Task Inputs_InEveryStack_HoldTheKubeconfigInTheProviderOnly() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.Resources).Where(resource => resource.Type != "pulumi:providers:kubernetes"),
        resource => Assert.DoesNotContain("client-key-data", PropertyBag.Text(resource.Inputs), StringComparison.Ordinal));

    [Fact]
    public async Task Services_InEveryStack_AreOfTypeClusterIP() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.OfKind("Service")),
        service => Assert.Equal("ClusterIP", service.Text("spec.type")));

    [Fact]
    public async Task Nothing_InTheCluster_IsOfKindLoadBalancerOrIngress() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.Resources).Where(resource => resource.IsKubernetes),
        resource =>
        {
            Assert.NotEqual("Ingress", resource.Type[(resource.Type.LastIndexOf(':') + 1)..]);
            Assert.DoesNotContain(
                Texts(resource), text => text is "LoadBalancer" or "NodePort");
        });

    [Fact]
    public async Task NoList_OfWhatIsAllowed_IsAStar() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.Resources),
        resource => Assert.DoesNotContain(Texts(resource), text => text is "*" or "=*" or "0.0.0.0/0"));

    private static IEnumerable<string> Texts(StackResource resource) => PropertyBag.Descend(resource.Inputs)
        .OfType<JsonValue>()
        .Where(value => value.GetValueKind() == JsonValueKind.String)
        .Select(value => value.GetValue<string>());
}
