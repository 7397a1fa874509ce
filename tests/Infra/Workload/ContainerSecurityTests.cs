using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Workload;

/// <summary>Every pod keeps to the Pod Security standard "restricted", and to a little more.</summary>
public sealed class ContainerSecurityTests
{
    [Fact]
    public async Task EveryNamespace_InEveryStack_EnforcesRestricted() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.OfKind("Namespace")),
        resource => JsonAssert.Equal(
            """{ "pod-security.kubernetes.io/enforce": "restricted" }""", resource.At("metadata.labels")));

    [Fact]
    public async Task EveryPod_InEveryStack_RunsAsANumberedUserThatIsNotRoot() => await AssertPodsAsync(pod => JsonAssert.Equal(
        """
        {
          "runAsNonRoot": true,
          "runAsUser": 10001,
          "runAsGroup": 10001,
          "seccompProfile": { "type": "RuntimeDefault" }
        }
        """,
        pod["securityContext"]));

    [Fact]
    public async Task EveryPod_InEveryStack_MountsNoServiceAccountToken() => await AssertPodsAsync(pod =>
    {
        Assert.False(pod["automountServiceAccountToken"]!.GetValue<bool>());
        Assert.DoesNotContain((JsonArray)pod["volumes"]!, volume => volume!["projected"] is not null);
    });

    [Fact]
    public async Task EveryPod_InEveryStack_SeesNoEnvironmentOfOtherServices() =>
        await AssertPodsAsync(pod => Assert.False(pod["enableServiceLinks"]!.GetValue<bool>()));

    [Fact]
    public async Task EveryPod_InEveryStack_SharesNothingWithItsNode() => await AssertPodsAsync(pod =>
    {
        Assert.Null(pod["hostNetwork"] ?? pod["hostPID"] ?? pod["hostIPC"]);
        Assert.DoesNotContain((JsonArray)pod["volumes"]!, volume => volume!["hostPath"] is not null);
    });

    [Fact]
    public async Task EveryContainer_InEveryStack_IsReadOnlyAndWithoutCapabilities() => await AssertContainersAsync(
        container => JsonAssert.Equal(
            """
            {
              "allowPrivilegeEscalation": false,
              "readOnlyRootFilesystem": true,
              "capabilities": { "drop": [ "ALL" ] }
            }
            """,
            container["securityContext"]));

    [Theory]
    [InlineData("requests")]
    [InlineData("limits")]
    public async Task EveryContainer_InEveryStack_HasRequestsAndLimits(string kind) => await AssertContainersAsync(container =>
    {
        var resources = (JsonObject)container["resources"]![kind]!;
        Assert.Equal(["cpu", "memory"], resources.Select(resource => resource.Key).Order(StringComparer.Ordinal));
    });

    [Fact]
    public async Task EveryContainer_InEveryStack_HasAnImagePinnedByDigest() => await AssertContainersAsync(
        container => Assert.Matches("@sha256:[0-9a-f]{64}$", container["image"]!.GetValue<string>()));

    [Fact]
    public async Task EveryPort_OfAContainer_IsOneThatAnyUserMayListenOn() => await AssertContainersAsync(container =>
    {
        foreach (var port in container["ports"] as JsonArray ?? [])
        {
            Assert.True(port!["containerPort"]!.GetValue<double>() >= 1024);
        }
    });

    [Fact]
    public async Task EveryMount_OfAContainer_IsReadOnlyAndOfAVolumeThatThereIs() => await AssertPodsAsync(pod =>
    {
        var volumes = ((JsonArray)pod["volumes"]!).Select(volume => volume!["name"]!.GetValue<string>()).ToList();
        Assert.All(Containers(pod).SelectMany(container => (JsonArray)container["volumeMounts"]!), mount =>
        {
            Assert.True(mount!["readOnly"]!.GetValue<bool>());
            Assert.Contains(mount["name"]!.GetValue<string>(), volumes);
        });
    });

    private static async Task AssertPodsAsync(Action<JsonNode> assert)
    {
        var pods = (await Stacks.AllAsync())
            .SelectMany(run => run.OfKind("Deployment"))
            .Select(deployment => deployment.At("spec.template.spec")!)
            .ToList();
        Assert.NotEmpty(pods);
        Assert.All(pods, assert);
    }

    private static Task AssertContainersAsync(Action<JsonNode> assert) =>
        AssertPodsAsync(pod => Assert.All(Containers(pod), assert));

    private static IEnumerable<JsonNode> Containers(JsonNode pod) =>
        ((JsonArray)pod["containers"]!).Concat(pod["initContainers"] as JsonArray ?? []).OfType<JsonNode>();
}
