using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Given;
using KedaStack.Tests.Infra.Settings.Variants;
using Settings = KedaStack.Tests.Infra.Settings.Given;

namespace KedaStack.Tests.Resources.Refusals;

/// <summary>Each refusal of what is given, in the sentence that its owner reads.</summary>
public sealed class GivenRefusalsTests
{
    private const string Az = "--subscription 11111111-2222-3333-4444-555555555555 --resource-group prod --name prod";
    private const string Rule = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/metrics/providers/Microsoft.Insights/dataCollectionRules/MSProm";
    private const string Workload = """[{ "name": "web", "namespace": "shop", "target": "Deployment/web", "query": "sum(up)", "threshold": 1 }]""";

    private static readonly string[] _ofCluster = ["existingCluster", AlternativeValues.ClusterId, "existingWorkspace", AlternativeValues.WorkspaceId];

    /// <summary>The settings besides those of cluster and workspace, what was read, and what is refused.</summary>
    public static TheoryData<string, string[], string[], string[]> Cases => new()
    {
        { "nothing is lacking", [], [Cluster()], [] },
        { "no issuer", [], [Cluster("\"oidcIssuerProfile\": null")], [$"existingCluster: prod lacks the OIDC issuer; its owner runs `az aks update {Az} --enable-oidc-issuer`"] },
        { "no workload identity", [], [Cluster("\"securityProfile\": {}")], [$"existingCluster: prod lacks workload identity; its owner runs `az aks update {Az} --enable-workload-identity`"] },
        {
            "no metrics profile", [], [Cluster("\"azureMonitorProfile\": null")],
            [$"existingCluster: prod lacks managed Prometheus; its owner runs `az aks update {Az} --enable-azure-monitor-metrics --azure-monitor-workspace-resource-id {AlternativeValues.WorkspaceId}`"]
        },
        { "no add-on", ["kedaInstallation", "addon"], [Cluster()], [$"existingCluster: prod lacks the KEDA add-on; its owner runs `az aks update {Az} --enable-keda`"] },
        {
            "an add-on beside the chart", [], [Cluster("\"workloadAutoScalerProfile\": { \"keda\": { \"enabled\": true } }")],
            ["kedaInstallation: prod has AKS' KEDA add-on, and a cluster takes one KEDA only (Helm: invalid ownership metadata); write kedaInstallation: addon"]
        },
        {
            "no local accounts", [], [Cluster("\"disableLocalAccounts\": true")],
            ["access: prod has no local accounts; write access: entra, or kubeContext with a context of your own"]
        },
        { "no local accounts, with Entra", ["access", "entra"], [Cluster("\"disableLocalAccounts\": true")], [] },
        { "stopped", [], [Cluster("\"powerState\": { \"code\": \"Stopped\" }")], [$"existingCluster: prod is stopped, so that nothing can be deployed to it; run `az aks start {Az}`"] },
        {
            "private", [], [Cluster("\"apiServerAccessProfile\": { \"enablePrivateCluster\": true }")],
            ["existingCluster: prod is private, so that its listed credentials reach it from inside of its network only; run there and write kubeContext, the context that reaches it"]
        },
        { "private, with a context", ["kubeContext", "prod"], [Cluster("\"apiServerAccessProfile\": { \"enablePrivateCluster\": true }")], [] },
        {
            "a workspace that failed", [], [Workspace("\"provisioningState\": \"Failed\"")],
            [$"existingWorkspace: metrics is in the state Failed; look at `az monitor account show --ids {AlternativeValues.WorkspaceId}` and mend it first"]
        },
        {
            "a workspace without an endpoint", [], [Workspace("\"metrics\": {}")],
            [$"existingWorkspace: metrics has no query endpoint; look at `az monitor account show --ids {AlternativeValues.WorkspaceId} --query metrics`"]
        },
        {
            "no association", [], ["[]"],
            [
                $"existingCluster: prod is associated with no rule that sends to metrics, so that every query has an empty answer; its owner runs `az aks update {Az} --enable-azure-monitor-metrics --azure-monitor-workspace-resource-id {AlternativeValues.WorkspaceId}`",
            ]
        },
        {
            "an association with another workspace", [], [Associations(Rule), CollectionRule("Microsoft-PrometheusMetrics", "/subscriptions/other")],
            ["existingWorkspace: prod sends to /subscriptions/other; write that workspace"]
        },
        { "an association with this workspace", [], [Associations(Rule), CollectionRule("Microsoft-PrometheusMetrics", AlternativeValues.WorkspaceId)], [] },
        {
            "a second rule", ["existingDataCollectionRule", Rule], [Associations("/subscriptions/first")],
            ["existingDataCollectionRule: prod is associated with /subscriptions/first already, and a second rule would collect twice; leave it out"]
        },
        {
            "a rule of something else", ["existingDataCollectionRule", Rule], [CollectionRule("Microsoft-Syslog", AlternativeValues.WorkspaceId)],
            ["existingDataCollectionRule: MSProm has no stream Microsoft-PrometheusMetrics, so that no metric goes through it; name the rule of managed Prometheus, which is often called MSProm-REGION-CLUSTER"]
        },
        {
            "a rule to another workspace", ["existingDataCollectionRule", Rule], [CollectionRule("Microsoft-PrometheusMetrics", "/subscriptions/other")],
            ["existingDataCollectionRule: MSProm sends to /subscriptions/other, not to existingWorkspace; name that workspace, or another rule"]
        },
        {
            "a KEDA beside the chart", [], [Operator("autoscaling", "keda")],
            ["kedaInstallation: KEDA is in autoscaling already, and one cluster takes one only; write kedaInstallation: existing with kedaNamespace: autoscaling and kedaServiceAccount: keda"]
        },
        {
            "two KEDAs", ["kedaInstallation", "existing"], [Operator("keda", "keda-operator"), Operator("kube-system", "keda-operator")],
            ["kedaInstallation: there are 2 KEDA operators (keda, kube-system), and one cluster takes one only; uninstall all but one first"]
        },
        {
            "an operator with another account", ["kedaInstallation", "existing"], [Operator("autoscaling", "keda")],
            [
                "kedaNamespace and kedaServiceAccount: the operator runs as autoscaling/keda, and Entra ID would trust keda/keda-operator only; write kedaNamespace: autoscaling and kedaServiceAccount: keda",
            ]
        },
        {
            "an operator without a token", ["kedaInstallation", "existing"], [Operator("keda", "keda-operator", "{}")],
            ["kedaInstallation: the operator's pods get no token for Azure; its owner runs `helm upgrade keda kedacore/keda --namespace keda --reuse-values --set podIdentity.azureWorkload.enabled=true`"]
        },
        {
            "another server of external metrics", [], [MetricsServer("monitoring", "prometheus-adapter")],
            ["kedaInstallation: monitoring/prometheus-adapter serves v1beta1.external.metrics.k8s.io already, and a cluster takes one server of external metrics only; its owner takes it away first"]
        },
        {
            "the metrics server of a KEDA elsewhere", ["kedaInstallation", "existing"], [MetricsServer("autoscaling", "keda-operator-metrics-apiserver")],
            ["kedaNamespace: KEDA is in autoscaling, not in keda; write kedaNamespace: autoscaling"]
        },
        {
            "the metrics server of the add-on beside the chart", [], [MetricsServer("kube-system", "keda-operator-metrics-apiserver")],
            ["kedaInstallation: KEDA is in kube-system already, and one cluster takes one only; write kedaInstallation: addon"]
        },
        {
            "an HPA that scales it", ["workloads", Workload], [Hpa("web", "web")],
            ["workloads[0].replaceHpa: the HPA web scales Deployment/web already, and two would fight; write replaceHpa: web, or delete it first"]
        },
        {
            "an HPA of something else", ["workloads", Workload.Replace("\"threshold\"", "\"replaceHpa\": \"api\", \"threshold\"", StringComparison.Ordinal)], [Hpa("api", "api")],
            ["workloads[0].replaceHpa: api scales Deployment/api, not Deployment/web; name the HPA of that one"]
        },
        {
            "no such HPA", ["workloads", Workload.Replace("\"threshold\"", "\"replaceHpa\": \"wbe\", \"threshold\"", StringComparison.Ordinal)], [Hpa("web", "web")],
            ["workloads[0].replaceHpa: there is no HPA wbe among web; write one of these, or leave it out"]
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Given_AsRead_IsRefusedInTheseSentences(string what, string[] settings, string[] reads, string[] expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, Facts([.. _ofCluster, .. settings], reads).Refusals);
    }

    [Fact]
    public void Associations_MoreThanOne_AreSaid() => Assert.Contains(
        "which of its 2 rules each series of prod goes by (labelIncludeFilter of `az monitor data-collection rule show`): without a filter each of their workspaces gets all of them",
        Facts(_ofCluster, [Associations(Rule, "/subscriptions/second")]).NotRead);

    [Fact]
    public void Rule_WithoutAWorkspaceThatIsThere_IsRefused() => Assert.Equal(
        ["existingDataCollectionRule: MSProm cannot send to a workspace that this stack is about to make; write existingWorkspace, too"],
        Facts(["existingCluster", AlternativeValues.ClusterId, "existingDataCollectionRule", Rule], [CollectionRule("Microsoft-PrometheusMetrics", "/subscriptions/other")]).Refusals);

    private static KedaStack.Resources.Graph.GivenParts Facts(string[] settings, string[] reads)
    {
        var folder = Directory.CreateTempSubdirectory("kedastack-given-").FullName;
        try
        {
            var files = reads.Select((json, index) => (File: Path.Combine(folder, $"{index}.json"), Json: json)).ToList();
            files.ForEach(file => File.WriteAllText(file.File, file.Json));
            var parsed = Settings.Settings([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]);
            var problems = new List<SettingsProblem>();
            var given = GivenReads.Read([.. files.Select(file => file.File)], parsed, problems);
            Assert.Empty(problems);
            return GivenFacts.Of(parsed, given);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What <c>az aks show</c> says of a cluster that lacks nothing, but for one part.</summary>
    private static string Cluster(string part = "\"kind\": \"Base\"")
    {
        var cluster = JsonNode.Parse($$"""
            {
              "id": "{{AlternativeValues.ClusterId}}",
              "oidcIssuerProfile": { "enabled": true, "issuerUrl": "https://issuer/" },
              "securityProfile": { "workloadIdentity": { "enabled": true } },
              "azureMonitorProfile": { "metrics": { "enabled": true } },
              "powerState": { "code": "Running" }
            }
            """)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse($"{{ {part} }}")!.AsObject())
        {
            cluster[key] = value?.DeepClone();
        }

        return cluster.ToJsonString();
    }

    private static string Workspace(string part)
    {
        var workspace = JsonNode.Parse($$"""
            { "id": "{{AlternativeValues.WorkspaceId}}", "provisioningState": "Succeeded", "metrics": { "prometheusQueryEndpoint": "https://metrics" } }
            """)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse($"{{ {part} }}")!.AsObject())
        {
            workspace[key] = value?.DeepClone();
        }

        return workspace.ToJsonString();
    }

    private static string Associations(params string[] rules) => new JsonArray([.. rules.Select((rule, index) => JsonNode.Parse($$"""
        { "id": "{{AlternativeValues.ClusterId}}/providers/Microsoft.Insights/dataCollectionRuleAssociations/a{{index}}", "dataCollectionRuleId": "{{rule}}" }
        """))]).ToJsonString();

    private static string CollectionRule(string stream, string account) => $$"""
        {
          "id": "{{Rule}}",
          "dataFlows": [{ "streams": ["{{stream}}"], "destinations": ["M"] }],
          "destinations": { "monitoringAccounts": [{ "name": "M", "accountResourceId": "{{account}}" }] }
        }
        """;

    private static string Operator(string ns, string account, string labels = """{ "azure.workload.identity/use": "true" }""") => $$"""
        {
          "apiVersion": "apps/v1", "kind": "Deployment", "metadata": { "name": "keda-operator", "namespace": "{{ns}}" },
          "spec": { "template": { "metadata": { "labels": {{labels}} }, "spec": { "serviceAccountName": "{{account}}" } } }
        }
        """;

    private static string MetricsServer(string ns, string name) => $$"""
        {
          "apiVersion": "apiregistration.k8s.io/v1", "kind": "APIService", "metadata": { "name": "v1beta1.external.metrics.k8s.io" },
          "spec": { "service": { "namespace": "{{ns}}", "name": "{{name}}" } }
        }
        """;

    private static string Hpa(string name, string target) => $$"""
        {
          "apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler", "metadata": { "name": "{{name}}", "namespace": "shop" },
          "spec": { "maxReplicas": 9, "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "{{target}}" } }
        }
        """;
}
