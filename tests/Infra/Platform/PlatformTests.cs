using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Infra.Settings;
using KedaStack.Tests.Infra.Settings.Variants;

namespace KedaStack.Tests.Infra.Platform;

/// <summary>Each part of the platform created or given, with each KEDA: what the stack owns then, and how it is wired.</summary>
public sealed class PlatformTests
{
    private const string Url = "http://prometheus-operated.monitoring:9090";
    private const string Helm = "helm";
    private const string AddOn = "addon";
    private const string Existing = "existing";

    private static readonly (string, string) _givenCluster = (SettingKeys.ExistingCluster, AlternativeValues.ClusterId);
    private static readonly (string, string) _givenWorkspace = (SettingKeys.ExistingWorkspace, AlternativeValues.WorkspaceId);
    private static readonly (string, string) _workloads = (SettingKeys.Workloads, AlternativeValues.All[SettingKeys.Workloads][0]);

    [Theory]
    [InlineData(Helm, true, true)]
    [InlineData(Helm, true, false)]
    [InlineData(Helm, false, true)]
    [InlineData(Helm, false, false)]
    [InlineData(AddOn, true, true)]
    [InlineData(AddOn, true, false)]
    [InlineData(AddOn, false, true)]
    [InlineData(AddOn, false, false)]
    [InlineData(Existing, true, true)]
    [InlineData(Existing, true, false)]
    [InlineData(Existing, false, true)]
    [InlineData(Existing, false, false)]
    public async Task EveryCombination_OwnsWhatIsNotGiven(string keda, bool isClusterGiven, bool isManaged)
    {
        var run = await RunAsync(keda, isClusterGiven, [.. isManaged ? [] : ((string, string)[])[(SettingKeys.PrometheusUrl, Url)]]);

        Assert.Equal(!isClusterGiven, run.OfKind("ManagedCluster").Any());
        Assert.Equal(isManaged, run.OfKind("AzureMonitorWorkspace").Any());
        Assert.Equal(keda == Helm, run.OfKind("Release").Any());
        // An identity is for a workspace only.
        Assert.Equal(isManaged, run.OfKind("FederatedIdentityCredential").Any());
        Assert.All(run.OfKind("ScaledObject"), scaledObject => Assert.Equal(isClusterGiven ? null : "ManagedCluster aks", scaledObject.DeletedWith));
        var address = run["ScaledObject web-scaled-object"].Text("spec.triggers[0].metadata.serverAddress");
        Assert.Equal(isManaged ? Cloud.QueryEndpoint : Url, address);
        Assert.Equal(isManaged, run["ScaledObject web-scaled-object"].At("spec.triggers[0].authenticationRef") is not null);
        Assert.Equal(isManaged ? "azmonitoring.coreos.com/v1" : "monitoring.coreos.com/v1", run["PodMonitor web-scrape"].Text("apiVersion"));
    }

    [Theory]
    [InlineData(Helm, "system:serviceaccount:keda:keda-operator")]
    [InlineData(AddOn, "system:serviceaccount:kube-system:keda-operator")]
    [InlineData(Existing, "system:serviceaccount:autoscaling:keda")]
    public async Task Credential_OnAGivenCluster_TrustsItsIssuerAndTheOperatorFound(string keda, string subject)
    {
        var run = await RunAsync(
            keda, isClusterGiven: true,
            [_givenWorkspace, .. keda == Existing ? ((string, string)[])[(SettingKeys.KedaNamespace, "autoscaling"), (SettingKeys.KedaServiceAccount, "keda")] : []]);
        var credential = run["FederatedIdentityCredential keda-credential"];
        Assert.Equal((AzureMocks.GivenIssuer, subject), (credential.Text("issuer"), credential.Text("subject")));
    }

    [Fact]
    public async Task GivenClusterAndWorkspace_CollectionIsLeftAloneAndTheRoleIsOnTheWorkspace()
    {
        var run = await RunAsync(Helm, isClusterGiven: true, [_givenWorkspace]);

        Assert.Empty(run.OfKind("DataCollectionRule").Concat(run.OfKind("DataCollectionEndpoint")).Concat(run.OfKind("DataCollectionRuleAssociation")));
        var role = run["RoleAssignment keda-monitoring-data-reader"];
        Assert.Equal(AlternativeValues.WorkspaceId, role.Text("scope"));
        // The subscription of the scope, not of the stack.
        Assert.StartsWith("/subscriptions/11111111-2222-3333-4444-555555555555/", role.Text("roleDefinitionId"), StringComparison.Ordinal);
        Assert.All(run.OfKind("PrometheusRuleGroup"), group => Assert.Equal(
            (AlternativeValues.WorkspaceId, AlternativeValues.ClusterId, "prod", "westeurope"),
            (group.Text("scopes[0]"), group.Text("scopes[1]"), group.Text("clusterName"), group.Text("location"))));
        Assert.Equal(AzureMocks.GivenEndpoint, run["ScaledObject web-scaled-object"].Text("spec.triggers[0].metadata.serverAddress"));
    }

    [Fact]
    public async Task GivenResourceGroup_HoldsEverythingAndIsNotMade()
    {
        var run = await StackRun.UpdateAsync(Given.Settings((SettingKeys.ResourceGroup, "shared-platform")));

        Assert.Empty(run.OfKind("ResourceGroup"));
        Assert.All(
            run.Resources.Where(resource => resource.IsAzure && resource.At("resourceGroupName") is not null),
            resource => Assert.Equal("shared-platform", resource.Text("resourceGroupName")));
        Assert.Equal("shared-platform", run.Outputs["resourceGroup"].Value);
    }

    [Fact]
    public async Task CreatedClusterAndGivenWorkspace_IsCollectedThere()
    {
        var run = await RunAsync(Helm, isClusterGiven: false, [_givenWorkspace]);
        Assert.Equal(
            AlternativeValues.WorkspaceId, run["DataCollectionRule data-collection-rule"].Text("destinations.monitoringAccounts[0].accountResourceId"));
    }

    [Fact]
    public async Task GivenRule_IsAssociatedAndNotMade()
    {
        const string Rule = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/metrics/providers/Microsoft.Insights/dataCollectionRules/MSProm";
        var run = await RunAsync(Helm, isClusterGiven: true, [_givenWorkspace, (SettingKeys.ExistingDataCollectionRule, Rule)]);
        Assert.Empty(run.OfKind("DataCollectionRule"));
        Assert.Equal(Rule, run["DataCollectionRuleAssociation data-collection-rule-association"].Text("dataCollectionRuleId"));
    }

    [Fact]
    public async Task AnyKubernetes_WithASampleApp_NeedsNothingOfAzure()
    {
        var run = await StackRun.UpdateAsync(Given.Settings(
            (SettingKeys.KubeContext, "kind-demo"), (SettingKeys.PrometheusUrl, Url), (SettingKeys.ScrapeLabels, "release=monitoring")));

        Assert.DoesNotContain(run.Resources, resource => resource.IsAzure);
        Assert.Empty(run.Calls);
        Assert.Equal("kind-demo", run["kubernetes kubernetes"].Text("context"));
        Assert.Equal("monitoring", run["ServiceMonitor service-monitor"].Text("metadata.labels.release"));
        Assert.Null(run["Release keda"].At("values.podIdentity"));
        Assert.False(run.Has("TriggerAuthentication keda-authentication"));
        Assert.DoesNotContain("cluster=", run["ScaledObject scaled-object"].Text("spec.triggers[0].metadata.query"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bearer", "ca", "bearerToken")]
    [InlineData("basic", "ca", "username", "password")]
    [InlineData("tls", "ca", "cert", "key")]
    [InlineData("custom", "ca", "customAuthHeader", "customAuthValue")]
    public async Task OwnPrometheus_WithASecret_RefersToItsKeys(string mode, params string[] keys)
    {
        var run = await StackRun.UpdateAsync(Given.Settings(
            (SettingKeys.KubeContext, "kind"), (SettingKeys.PrometheusUrl, Url), (SettingKeys.PrometheusAuth, mode), (SettingKeys.PrometheusSecret, "prom")));
        var references = run["TriggerAuthentication keda-authentication"].At("spec.secretTargetRef")!.AsArray();
        Assert.Equal(keys, references.Select(reference => (string?)reference!["parameter"]));
        Assert.All(references, reference => Assert.Equal(((string?)reference!["parameter"], "prom"), ((string?)reference["key"], (string?)reference["name"])));
        Assert.Equal(mode, run["ScaledObject scaled-object"].Text("spec.triggers[0].metadata.authModes"));
    }

    [Fact]
    public async Task OwnPrometheus_OfAnotherAudience_TakesThePairThatKedaKnows()
    {
        var run = await RunAsync(
            Helm, isClusterGiven: true,
            [(SettingKeys.PrometheusUrl, "https://mimir.contoso.com/prometheus"), (SettingKeys.PrometheusAuth, "azure"), (SettingKeys.PrometheusAudience, "api://app/.default")]);
        var trigger = run["ScaledObject web-scaled-object"];
        Assert.Equal(
            ("Private", "api://app/.default"),
            (trigger.Text("spec.triggers[0].metadata.cloud"), trigger.Text("spec.triggers[0].metadata.azureManagedPrometheusResourceURL")));
        // No role: nobody knows on what.
        Assert.DoesNotContain(run.OfKind("RoleAssignment"), role => role.Name.StartsWith("keda-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ScopeOfTheCluster_AsksTheRegionWithItsIdAndNeedsNoRoleOnTheWorkspace()
    {
        var run = await RunAsync(Helm, isClusterGiven: true, [_givenWorkspace, (SettingKeys.PrometheusScope, "cluster")]);
        var trigger = run["ScaledObject web-scaled-object"];
        Assert.Equal("https://query.westeurope.prometheus.monitor.azure.com", trigger.Text("spec.triggers[0].metadata.serverAddress"));
        Assert.Equal($"x-ms-azure-scoping={AlternativeValues.ClusterId}", trigger.Text("spec.triggers[0].metadata.customHeaders"));
        Assert.Equal(AlternativeValues.ClusterId, run["RoleAssignment keda-monitoring-reader"].Text("scope"));
        Assert.False(run.Has("RoleAssignment keda-monitoring-data-reader"));
    }

    [Fact]
    public async Task ScopeOfTheNamespace_IsThatOfEachWorkloadWithARoleOnEachOnly()
    {
        var run = await RunAsync(Helm, isClusterGiven: true, [_givenWorkspace, (SettingKeys.PrometheusScope, "namespace")]);

        foreach (var (scaledObject, trigger, ns) in ((string, int, string)[])
            [("scaled-object", 0, "keda-demo"), ("web-scaled-object", 0, "shop"), ("api-scaled-object", 0, "shop"), ("worker-scaled-object", 1, "jobs")])
        {
            Assert.Equal(
                $"x-ms-azure-scoping={AlternativeValues.ClusterId}/namespaces/{ns}",
                run[$"ScaledObject {scaledObject}"].Text($"spec.triggers[{trigger}].metadata.customHeaders"));
        }

        Assert.Equal(
            [$"{AlternativeValues.ClusterId}/namespaces/jobs", $"{AlternativeValues.ClusterId}/namespaces/keda-demo", $"{AlternativeValues.ClusterId}/namespaces/shop"],
            run.OfKind("RoleAssignment").Where(role => role.Name.StartsWith("keda-monitoring-reader-", StringComparison.Ordinal)).Select(role => role.Text("scope")).Order(StringComparer.Ordinal));
        Assert.False(run.Has("RoleAssignment keda-monitoring-data-reader"));
    }

    [Fact]
    public async Task Scope_OfATriggerWithHeaders_KeepsThem()
    {
        var run = await StackRun.UpdateAsync(Given.Settings(
            (SettingKeys.PrometheusScope, "cluster"),
            (SettingKeys.Workloads, """
                [{"name": "web", "namespace": "shop", "target": "Deployment/web", "triggers": [
                  {"type": "prometheus", "metadata": {"query": "sum(up)", "threshold": "5", "customHeaders": "X-Team=shop"}}]}]
                """)));
        Assert.Equal(
            $"X-Team=shop,x-ms-azure-scoping={Cloud.ClusterId}", run["ScaledObject web-scaled-object"].Text("spec.triggers[0].metadata.customHeaders"));
    }

    [Fact]
    public async Task Trigger_ThatSaysWhatThePlatformSays_HasItOnce()
    {
        var run = await StackRun.UpdateAsync(Given.Settings(
            (SettingKeys.KubeContext, "kind"), (SettingKeys.PrometheusUrl, Url), (SettingKeys.PrometheusAuth, "bearer"), (SettingKeys.PrometheusSecret, "prom"),
            (SettingKeys.Workloads, """
                [{"name": "web", "namespace": "shop", "target": "Deployment/web", "triggers": [
                  {"type": "prometheus", "metadata": {"query": "sum(up)", "threshold": "5", "authModes": "basic", "customHeaders": "X-Scope-OrgID=shop"}}]}]
                """)));
        var trigger = run["ScaledObject web-scaled-object"];
        Assert.Equal(
            ("bearer", "X-Scope-OrgID=shop"), (trigger.Text("spec.triggers[0].metadata.authModes"), trigger.Text("spec.triggers[0].metadata.customHeaders")));
    }

    [Fact]
    public async Task GivenCluster_ThatLacksSomething_EndsWithTheOneCommand()
    {
        var settings = Given.Settings(_givenCluster, _givenWorkspace);
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => StackRun.RunAsync(
            settings, "dev", AzureMocks.UpdateOf(AzureMocks.Cluster(hasIssuer: false)), isPreview: false));
        Assert.Contains(
            "existingCluster: prod lacks the OIDC issuer, workload identity, managed Prometheus; its owner runs `az aks update --subscription 11111111-2222-3333-4444-555555555555 "
            + "--resource-group prod --name prod --enable-oidc-issuer --enable-workload-identity --enable-azure-monitor-metrics --azure-monitor-workspace-resource-id "
            + $"{AlternativeValues.WorkspaceId}`",
            exception.ToString(), StringComparison.Ordinal);
    }

    private static Task<StackRun> RunAsync(string keda, bool isClusterGiven, (string, string)[] more)
    {
        var settings = Given.Settings([(SettingKeys.KedaInstallation, keda), _workloads, .. isClusterGiven ? [_givenCluster] : Array.Empty<(string, string)>(), .. more]);
        return StackRun.RunAsync(settings, "dev", AzureMocks.UpdateOf(AzureMocks.Cluster(hasAddOn: keda == AddOn)), isPreview: false);
    }
}
