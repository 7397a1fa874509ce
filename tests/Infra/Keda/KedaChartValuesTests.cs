using System.Text.Json.Nodes;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Keda;

/// <summary>The values of the chart kedacore/keda 2.20.2.</summary>
public sealed class KedaChartValuesTests
{
    private static readonly string[] _deployments = ["operator", "metricServer", "webhooks"];

    [Fact]
    public async Task PodIdentity_OfTheOperator_IsTheIdentitysClientAndTenantId() => JsonAssert.Equal(
        $$"""
        { "azureWorkload": { "enabled": true, "clientId": "{{Cloud.KedaClientId}}", "tenantId": "{{Cloud.TenantId}}" } }
        """,
        await ValuesAsync("podIdentity"));

    [Fact]
    public async Task Operator_ForFailover_HasTwoReplicasOnDifferentNodes()
    {
        JsonAssert.Equal("""{ "replicaCount": 2 }""", await ValuesAsync("operator"));
        JsonAssert.Equal(
            """
            {
              "operator": [
                {
                  "maxSkew": 1,
                  "topologyKey": "kubernetes.io/hostname",
                  "whenUnsatisfiable": "ScheduleAnyway",
                  "labelSelector": { "matchLabels": { "app": "keda-operator" } }
                }
              ]
            }
            """,
            await ValuesAsync("topologySpreadConstraints"));
    }

    [Fact]
    public async Task Resources_OfEachDeployment_HaveRequestsAndLimits() => await AssertEachAsync(
        "resources",
        """{ "requests": { "cpu": "100m", "memory": "128Mi" }, "limits": { "cpu": "1", "memory": "512Mi" } }""");

    [Fact]
    public async Task PodDisruptionBudget_OfEachDeployment_LetsOnePodGo() =>
        await AssertEachAsync("podDisruptionBudget", """{ "maxUnavailable": 1 }""");

    [Fact]
    public async Task Metrics_OfEachDeployment_AreOn() => await AssertEachAsync("prometheus", """{ "enabled": true }""");

    [Fact]
    public async Task Logs_OfEachDeployment_AreJsonByTheNameThatItsPartOfTheChartHas() => JsonAssert.Equal(
        """
        { "operator": { "format": "json" }, "metricServer": { "zapEncoder": "json" }, "webhooks": { "format": "json" } }
        """,
        await ValuesAsync("logging"));

    [Fact]
    public async Task SecurityContext_OfEachDeployment_IsRestricted()
    {
        await AssertEachAsync("podSecurityContext", """{ "runAsNonRoot": true }""");
        await AssertEachAsync(
            "securityContext",
            """
            {
              "allowPrivilegeEscalation": false,
              "readOnlyRootFilesystem": true,
              "capabilities": { "drop": [ "ALL" ] },
              "seccompProfile": { "type": "RuntimeDefault" }
            }
            """);
    }

    [Fact]
    public async Task Crds_WhenTheReleaseGoes_AreKept() => Assert.Equal(
        """{"additionalAnnotations":{"helm.sh/resource-policy":"keep"}}""",
        (await Stacks.Helm)["Release keda"].At("values.crds")!.ToJsonString());

    [Fact]
    public async Task Values_Altogether_AreTheseGroups() => Assert.Equal(
        [
            "crds", "logging", "operator", "podDisruptionBudget", "podIdentity", "podSecurityContext", "prometheus", "resources",
            "securityContext", "topologySpreadConstraints",
        ],
        ((JsonObject)(await Stacks.Helm)["Release keda"].At("values")!).Select(entry => entry.Key).Order(StringComparer.Ordinal));

    private static async Task AssertEachAsync(string group, string expected)
    {
        var values = (JsonObject)(await ValuesAsync(group))!;
        Assert.Equal(_deployments.Order(StringComparer.Ordinal), values.Select(entry => entry.Key).Order(StringComparer.Ordinal));
        Assert.All(_deployments, deployment => JsonAssert.Equal(expected, values[deployment]));
    }

    private static async Task<JsonNode?> ValuesAsync(string group) => (await Stacks.Helm)["Release keda"].At($"values.{group}");
}
