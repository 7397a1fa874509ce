using KedaStack.Infra.Clouds;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Keda;
using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Monitoring.Dashboards;
using KedaStack.Infra.Monitoring.Rules;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Refusals;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Workload;
using Pulumi;
using Pulumi.AzureNative.Authorization;
using Pulumi.AzureNative.Resources;

namespace KedaStack.Infra;

/// <summary>
/// A cluster whose sample app scales on a PromQL query, without a secret: the app's counter is scraped into the Azure
/// Monitor workspace, KEDA queries it with a federated identity, and the HPA that KEDA makes scales the app.
/// </summary>
internal sealed class KedaStack : ComponentResource
{
    /// <summary>Creates everything.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="settings">The validated settings.</param>
    /// <param name="options">Options; the preview passes a transformation in them.</param>
    /// <param name="time">The clock of the hooks that wait.</param>
    /// <param name="end">Says a sentence and ends the process; null under mocks, where nothing but an exception can end it.</param>
    public KedaStack(
        string name,
        StackSettings settings,
        ComponentResourceOptions? options = null,
        TimeProvider? time = null,
        Action<string>? end = null)
        : base("kedastack:index:KedaStack", name, options)
    {
        var names = new ResourceNames(settings, Pulumi.Deployment.Instance.StackName);
        var hooks = new DeploymentHooks(settings.Keda.CredentialPropagation, time ?? TimeProvider.System);
        var providers = new CloudProviders(settings.Cloud, this);
        var child = providers.Below(this);
        var refuseUpdate = RefusedUpdates.CreateHook(settings.AllowReplacement);
        var tags = Tags(settings);
        var client = GetClientConfig.Invoke(new InvokeOptions { Provider = providers.Azure });
        var subscriptionId = client.Apply(config => config.SubscriptionId);
        var roles = new RoleAssignments(subscriptionId, hooks);
        var refusal = new Refusal(end);
        var admins = Admins.Find(settings.Admins, client.Apply(config => config.ObjectId), providers.Entra, refusal);

        var resourceGroup = new ResourceGroup("resource-group", new ResourceGroupArgs
        {
            ResourceGroupName = names.ResourceGroup,
            Location = settings.Location,
            Tags = tags,
        }, new CustomResourceOptions { Parent = this, Provider = providers.Azure });

        var aks = new AksCluster("cluster", settings, names, resourceGroup, admins, roles, refusal, tags, refuseUpdate, child);
        var prometheus = new ManagedPrometheus(
            "prometheus", settings, names, resourceGroup, aks.Cluster, tags, child);
        var ruleGroups = new ClusterRuleGroups(settings, names, resourceGroup, prometheus.Workspace, aks.Cluster, tags);
        if (settings.Monitoring.RecordingRules)
        {
            _ = new RecordingRuleGroups("recording-rules", ruleGroups, child);
        }

        if (settings.Monitoring.Alerts)
        {
            _ = new AlertRuleGroup("alerts", settings, names, resourceGroup, ruleGroups, tags, child);
        }

        if (settings.Monitoring.Dashboard)
        {
            _ = new PortalDashboard("dashboard", settings, names, resourceGroup, tags, child);
        }

        var grafana = settings.Monitoring.Grafana
            ? new ManagedGrafana(
                "grafana", settings, names, resourceGroup, prometheus.Workspace, subscriptionId, admins, roles, tags, child)
            : null;
        var identity = new KedaIdentity(
            "keda-identity", settings, names, resourceGroup, prometheus.Workspace, aks.OidcIssuer, roles, hooks, refuseUpdate, tags, child);

        var objects = new ClusterObjects(aks.Provider, aks.Cluster);
        var keda = settings.Keda.Installation == KedaInstallation.Helm
            ? new KedaOperator("keda", settings.Keda, identity, objects, hooks, child)
            : null;
        var app = new SampleApp("sample-app", settings.Workload, objects, hooks, child);
        _ = new SampleAppMonitor("sample-app-monitor", settings.Scaling, app, objects, hooks, child);
        _ = new LoadGenerator("load-generator", settings.Workload, app, objects, child);
        var query = SampleAppMonitor.Query(names.ClusterLabel, settings.Workload.Namespace, settings.Scaling.Window);
        _ = new PrometheusScaling(
            "scaling", settings.Scaling, settings.Cloud, query, prometheus.QueryEndpoint, identity, app, objects, hooks, keda, child);
        _ = new HpaStateMonitor("hpa-state-monitor", app.Namespace, objects, hooks, child);

        Outputs = new StackOutputs
        {
            ResourceGroup = resourceGroup.Name,
            ClusterName = aks.Cluster.Name,
            OidcIssuer = aks.OidcIssuer,
            Kubeconfig = aks.Kubeconfig,
            QueryEndpoint = prometheus.QueryEndpoint,
            GrafanaName = grafana?.Name,
            GrafanaUrl = grafana?.Url,
            KedaClientId = identity.ClientId,
            Namespace = app.Namespace,
            Deployed = StackRecord.Of(settings, names),
            Entra = settings.Cluster.Access == ClusterAccess.Entra,
        };
        RegisterOutputs(Outputs.ToDictionary());
    }

    /// <summary>What a person needs next.</summary>
    public StackOutputs Outputs { get; }

    private static InputMap<string> Tags(StackSettings settings)
    {
        var tags = new Dictionary<string, string>
        {
            ["project"] = Pulumi.Deployment.Instance.ProjectName,
            ["stack"] = Pulumi.Deployment.Instance.StackName,
        };
        foreach (var (name, value) in settings.Tags)
        {
            tags[name] = value;
        }

        return tags;
    }
}
