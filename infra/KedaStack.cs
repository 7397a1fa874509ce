using KedaStack.Infra.Clouds;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.CustomResources.Monitoring;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Keda;
using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Monitoring.Dashboards;
using KedaStack.Infra.Monitoring.Rules;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Refusals;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Workload;
using KedaStack.Infra.Workloads;
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

        var cluster = new AksCluster("cluster", settings, names, resourceGroup, admins, roles, refusal, tags, refuseUpdate, child).Kubernetes;
        var aks = cluster.Azure!;
        var workspace = new ManagedPrometheus("prometheus", settings, names, resourceGroup, aks, tags, child).Workspace;
        var ruleGroups = new ClusterRuleGroups(names, resourceGroup, workspace, aks, tags);
        if (settings.Monitoring.RecordingRules)
        {
            _ = new RecordingRuleGroups("recording-rules", ruleGroups, child);
        }

        if (settings is { HasSampleApp: true, Monitoring.Alerts: true })
        {
            _ = new AlertRuleGroup("alerts", settings, names, resourceGroup, ruleGroups, tags, child);
        }

        if (settings is { HasSampleApp: true, Monitoring.Dashboard: true })
        {
            _ = new PortalDashboard("dashboard", settings, names, resourceGroup, tags, child);
        }

        var grafana = settings.Monitoring.Grafana
            ? new ManagedGrafana(
                "grafana", settings, names, resourceGroup, workspace, subscriptionId, admins, roles, tags, child)
            : null;
        var identity = new KedaIdentity(
            "keda-identity", settings, names, resourceGroup, workspace, aks.OidcIssuer, roles, hooks, refuseUpdate, tags, child);
        var metrics = new QueriedMetrics
        {
            ServerAddress = workspace.QueryEndpoint,
            Monitors = MonitorGroup.AzureMonitor,
            Authentication = new AzureIdentity(identity.ClientId),
            // Without it the token is for the public cloud, and the workspace answers 401.
            TriggerMetadata = settings.Cloud == AzureCloud.Public ? [] : new Dictionary<string, string> { ["cloud"] = settings.Cloud.ForKeda() },
            Ready = identity.Ready,
        };

        var objects = new ClusterObjects(cluster);
        var keda = settings.Keda.Installation == KedaInstallation.Helm
            ? new KedaOperator("keda", settings.Keda, identity, metrics.Monitors, settings.ScrapeLabels, objects, hooks, child)
            : null;
        Pulumi.Resource[] kedaReady = keda is null ? [.. metrics.Ready] : [keda.Release, .. metrics.Ready];
        if (settings.HasSampleApp)
        {
            var app = new SampleApp("sample-app", settings.Workload, objects, hooks, child);
            _ = new SampleAppMonitor("sample-app-monitor", settings.Scaling, metrics.Monitors, settings.ScrapeLabels, app, objects, hooks, child);
            _ = new LoadGenerator("load-generator", settings.Workload, app, objects, child);
            var query = SampleAppMonitor.Query(names.ClusterLabel, settings.Workload.Namespace, settings.Scaling.Window);
            _ = new PrometheusScaling("scaling", settings.Scaling, query, metrics, app, objects, hooks, kedaReady, child);
            _ = new HpaStateMonitor("hpa-state-monitor", app.Namespace, objects, hooks, child);
        }

        foreach (var workload in settings.Workloads)
        {
            _ = new ScaledWorkload(workload, metrics, objects, hooks, kedaReady, child);
        }

        Outputs = new StackOutputs
        {
            ResourceGroup = resourceGroup.Name,
            ClusterName = aks.Name,
            OidcIssuer = aks.OidcIssuer,
            Kubeconfig = aks.Kubeconfig,
            QueryEndpoint = workspace.QueryEndpoint,
            GrafanaName = grafana?.Name,
            GrafanaUrl = grafana?.Url,
            KedaClientId = identity.ClientId,
            Namespaces = settings.ScaledNamespaces(),
            HasSampleApp = settings.HasSampleApp,
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
