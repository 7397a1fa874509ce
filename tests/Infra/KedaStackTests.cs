using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra;

/// <summary>Which resources there are.</summary>
public sealed class KedaStackTests
{
    [Fact]
    public async Task Resources_ByDefault_AreThese()
    {
        Assert.Equal(
            """
            kedastack (kedastack:index:KedaStack)
              alerts (kedastack:monitoring:AlertRuleGroup)
                autoscaler-alerts (azure-native:alertsmanagement:PrometheusRuleGroup)
              cluster (kedastack:cluster:AksCluster)
                aks (azure-native:containerservice:ManagedCluster)
                kubernetes (pulumi:providers:kubernetes)
              dashboard (kedastack:monitoring:PortalDashboard)
                autoscaler-dashboard (azure-native:dashboard:Dashboard)
                autoscaler-dashboard-definition (azure-native:dashboard:DashboardDefinition)
              grafana (kedastack:monitoring:ManagedGrafana)
                grafana (azure-native:dashboard:Grafana)
                grafana-admin-deployer (azure-native:authorization:RoleAssignment)
                grafana-monitoring-data-reader (azure-native:authorization:RoleAssignment)
              hpa-state-monitor (kedastack:monitoring:HpaStateMonitor)
                hpa-state (kubernetes:azmonitoring.coreos.com/v1:ServiceMonitor)
              keda (kedastack:keda:KedaOperator)
                keda (kubernetes:core/v1:Namespace)
                keda (kubernetes:helm.sh/v3:Release)
                keda-metrics (kubernetes:azmonitoring.coreos.com/v1:PodMonitor)
              keda-identity (kedastack:identity:KedaIdentity)
                keda-credential (azure-native:managedidentity:FederatedIdentityCredential)
                keda-identity (azure-native:managedidentity:UserAssignedIdentity)
                keda-monitoring-data-reader (azure-native:authorization:RoleAssignment)
              load-generator (kedastack:workload:LoadGenerator)
                load-generator (kubernetes:apps/v1:Deployment)
                load-generator (kubernetes:core/v1:ConfigMap)
                load-generator (kubernetes:networking.k8s.io/v1:NetworkPolicy)
              prometheus (kedastack:monitoring:ManagedPrometheus)
                data-collection-endpoint (azure-native:monitor:DataCollectionEndpoint)
                data-collection-rule (azure-native:monitor:DataCollectionRule)
                data-collection-rule-association (azure-native:monitor:DataCollectionRuleAssociation)
                workspace (azure-native:monitor:AzureMonitorWorkspace)
              recording-rules (kedastack:monitoring:RecordingRuleGroups)
                kubernetes-recording-rules (azure-native:alertsmanagement:PrometheusRuleGroup)
                node-recording-rules (azure-native:alertsmanagement:PrometheusRuleGroup)
              resource-group (azure-native:resources:ResourceGroup)
              sample-app (kedastack:workload:SampleApp)
                keda-demo (kubernetes:core/v1:Namespace)
                sample-app (kubernetes:apps/v1:Deployment)
                sample-app (kubernetes:core/v1:ConfigMap)
                sample-app (kubernetes:core/v1:Service)
                sample-app (kubernetes:networking.k8s.io/v1:NetworkPolicy)
                sample-app (kubernetes:policy/v1:PodDisruptionBudget)
              sample-app-monitor (kedastack:workload:SampleAppMonitor)
                service-monitor (kubernetes:azmonitoring.coreos.com/v1:ServiceMonitor)
              scaling (kedastack:keda:PrometheusScaling)
                keda-authentication (kubernetes:keda.sh/v1alpha1:TriggerAuthentication)
                scaled-object (kubernetes:keda.sh/v1alpha1:ScaledObject)

            """,
            ResourceTree.Text(await Stacks.Helm));
    }

    [Fact]
    public async Task AddOn_ComparedWithHelm_LacksNamespaceReleaseAndPodMonitorAndNothingElse()
    {
        Assert.Equal(
            ["KedaOperator keda", "Namespace keda", "PodMonitor keda-metrics", "Release keda"],
            Missing(from: await Stacks.AddOn, of: await Stacks.Helm));
        Assert.Empty(Missing(from: await Stacks.Helm, of: await Stacks.AddOn));
    }

    [Fact]
    public async Task Entra_ComparedWithLocalAccounts_AddsARoleAssignmentPerAdmin()
    {
        Assert.Equal(
            [
                $"RoleAssignment aks-admin-{Stacks.AdminGroup}",
                "RoleAssignment aks-admin-alice@contoso.com",
                $"RoleAssignment grafana-admin-{Stacks.AdminGroup}",
                "RoleAssignment grafana-admin-alice@contoso.com",
            ],
            Missing(from: await Stacks.Helm, of: await Stacks.Entra));
        Assert.Equal(["RoleAssignment grafana-admin-deployer"], Missing(from: await Stacks.Entra, of: await Stacks.Helm));
    }

    [Fact]
    public async Task GrafanaOff_ComparedWithOn_LacksGrafanaAndItsRoleAssignmentsAndNothingElse()
    {
        Assert.Equal(
            [
                "Grafana grafana",
                "ManagedGrafana grafana",
                "RoleAssignment grafana-admin-deployer",
                "RoleAssignment grafana-monitoring-data-reader",
            ],
            Missing(from: await Stacks.WithoutGrafana, of: await Stacks.Helm));
        Assert.Empty(Missing(from: await Stacks.Helm, of: await Stacks.WithoutGrafana));
    }

    [Fact]
    public async Task RecordingRulesOff_ComparedWithOn_LacksTheTwoGroupsAndNothingElse()
    {
        var without = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { RecordingRules = false } });

        Assert.Equal(
            [
                "PrometheusRuleGroup kubernetes-recording-rules",
                "PrometheusRuleGroup node-recording-rules",
                "RecordingRuleGroups recording-rules",
            ],
            Missing(from: without, of: await Stacks.Helm));
        Assert.Empty(Missing(from: await Stacks.Helm, of: without));
    }

    [Fact]
    public async Task AlertsOff_ComparedWithOn_LacksTheirGroupAndNothingElse()
    {
        var without = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { Alerts = false } });

        Assert.Equal(["AlertRuleGroup alerts", "PrometheusRuleGroup autoscaler-alerts"], Missing(from: without, of: await Stacks.Helm));
        Assert.Empty(Missing(from: await Stacks.Helm, of: without));
    }

    [Fact]
    public async Task DashboardOff_ComparedWithOn_LacksItAndNothingElse()
    {
        var without = await StackRun.UpdateAsync(
            Stacks.Defaults with { Monitoring = Stacks.Defaults.Monitoring with { Dashboard = false } });

        Assert.Equal(
            ["Dashboard autoscaler-dashboard", "DashboardDefinition autoscaler-dashboard-definition", "PortalDashboard dashboard"],
            Missing(from: without, of: await Stacks.Helm));
        Assert.Empty(Missing(from: await Stacks.Helm, of: without));
    }

    [Fact]
    public async Task ResourceGroup_ByDefault_IsThis()
    {
        JsonAssert.Equal(
            """
            {
              "location": "eastus",
              "resourceGroupName": "kedastack-dev",
              "tags": { "project": "kedastack", "stack": "dev" }
            }
            """,
            (await Stacks.Helm)["ResourceGroup resource-group"].Inputs);
    }

    [Fact]
    public async Task Names_OfAnotherStack_AreNotThoseOfThisOne()
    {
        var other = await StackRun.UpdateAsync(Stacks.Defaults, stack: "prod");

        Assert.Equal("kedastack-prod", other["ManagedCluster aks"].Text("resourceName"));
        Assert.Equal("kedastack-prod", other["ResourceGroup resource-group"].Text("resourceGroupName"));
    }

    private static IEnumerable<string> Missing(StackRun from, StackRun of) => of.Resources
        .Select(resource => resource.Label)
        .Where(label => !from.Has(label))
        .Order(StringComparer.Ordinal);
}
