using KedaStack.Infra.Cluster;
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
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Workload;
using KedaStack.Infra.Workloads;
using Pulumi;

namespace KedaStack.Infra;

/// <summary>
/// A platform and the workloads that scale on it: a cluster, metrics to query, and KEDA with an identity that may query them,
/// each created or given; on it the sample app and apps that are there already. Nothing of it needs a secret.
/// </summary>
internal sealed class KedaStack : ComponentResource
{
    /// <summary>Creates everything that is not given.</summary>
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
        var refusal = new Refusal(end);
        var azure = settings.Platform.UsesAzure ? new AzureScope(settings, names, hooks, refusal, this) : null;
        var child = azure?.Child ?? new ComponentResourceOptions { Parent = this };

        var cluster = CreateOrReach(settings, names, azure, refusal, child);
        var workspace = azure is null || settings.Platform.Metrics is OwnPrometheus
            ? null
            : new ManagedPrometheus("prometheus", settings, names, azure.ResourceGroup, cluster.Azure!, refusal, azure.Tags, child).Workspace;
        var grafana = workspace is null ? null : Monitor(settings, names, azure!, cluster.Azure!, workspace, refusal, child);
        var identity = azure is not null && settings.Platform.UsesIdentity
            ? new KedaIdentity(
                "keda-identity", settings, names, azure.ResourceGroup, workspace, cluster.Azure!, azure.Roles, hooks, azure.RefuseUpdate, azure.Tags, child)
            : null;
        var metrics = PlatformMetrics.Of(settings, workspace, cluster.Azure, identity);

        var objects = new ClusterObjects(cluster);
        var keda = settings.Keda.Installation == KedaInstallation.Helm
            ? new KedaOperator("keda", settings.Keda, identity, metrics.Monitors, settings.ScrapeLabels, objects, hooks, child)
            : null;
        Resource[] kedaReady = keda is null ? [.. metrics.Ready] : [keda.Release, .. metrics.Ready];
        if (settings.HasSampleApp)
        {
            var app = new SampleApp("sample-app", settings.Workload, objects, hooks, child);
            _ = new SampleAppMonitor("sample-app-monitor", settings.Scaling, metrics.Monitors, settings.ScrapeLabels, app, objects, hooks, child);
            _ = new LoadGenerator("load-generator", settings.Workload, app, objects, child);
            var query = SampleAppMonitor.Query(names.ClusterLabel, settings.Workload.Namespace, settings.Scaling.Window);
            _ = new PrometheusScaling("scaling", settings.Scaling, query, metrics, app, objects, hooks, kedaReady, child);
            if (workspace is not null)
            {
                _ = new HpaStateMonitor("hpa-state-monitor", app.Namespace, settings.ScaledNamespaces(), objects, hooks, child);
            }
        }
        else if (workspace is not null && settings.Monitoring.Alerts && settings.ScaledNamespaces() is [var first, ..] namespaces)
        {
            _ = new HpaStateMonitor("hpa-state-monitor", first, namespaces, objects, hooks, child);
        }

        foreach (var workload in settings.Workloads)
        {
            _ = new ScaledWorkload(workload, metrics, objects, hooks, kedaReady, child);
        }

        Outputs = new StackOutputs
        {
            Settings = settings,
            ResourceGroup = azure?.ResourceGroup,
            Cluster = cluster.Azure,
            WorkspaceId = workspace?.Id,
            QueryEndpoint = metrics.ServerAddress,
            GrafanaName = grafana?.Name,
            GrafanaUrl = grafana?.Url,
            KedaClientId = identity?.ClientId,
            Deployed = StackRecord.Of(settings, names),
        };
        RegisterOutputs(Outputs.ToDictionary());
    }

    /// <summary>What a person needs next.</summary>
    public StackOutputs Outputs { get; }

    private static KubernetesCluster CreateOrReach(
        StackSettings settings, ResourceNames names, AzureScope? azure, Refusal refusal, ComponentResourceOptions child) => settings.Platform.Cluster switch
        {
            NewCluster => new AksCluster(
                "cluster", settings, names, azure!.ResourceGroup, azure.Admins, azure.Roles, refusal, azure.Tags, azure.RefuseUpdate, child).Kubernetes,
            ExistingCluster given => new GivenAksCluster("cluster", given, settings, refusal, child).Kubernetes,
            AnyCluster any => new GivenCluster("cluster", any, child).Kubernetes,
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Platform.Cluster, "There is no such cluster."),
        };

    /// <summary>The rules, alerts, dashboard and Grafana of a workspace.</summary>
    /// <returns>The name and the address of Grafana; the name is null for one that is given, and both without one.</returns>
    private static (Output<string>? Name, Output<string> Url)? Monitor(
        StackSettings settings, ResourceNames names, AzureScope azure, AzureCluster aks, MonitorWorkspace workspace, Refusal refusal, ComponentResourceOptions child)
    {
        var ruleGroups = new ClusterRuleGroups(names, azure.ResourceGroup, workspace, aks, azure.Tags);
        if (settings.Monitoring.RecordingRules)
        {
            _ = new RecordingRuleGroups("recording-rules", ruleGroups, child);
        }

        if (settings.Monitoring.Alerts && (settings.HasSampleApp || settings.Workloads.Count > 0))
        {
            _ = new AlertRuleGroup("alerts", settings, names, azure.ResourceGroup, ruleGroups, azure.Tags, child);
        }

        if (settings is { HasSampleApp: true, Monitoring.Dashboard: true })
        {
            _ = new PortalDashboard("dashboard", settings, names, azure.ResourceGroup, azure.Tags, child);
        }

        if (settings.Platform.Grafana is { } existing)
        {
            return (null, new GivenGrafana("grafana", existing, settings, workspace, azure.Roles, refusal, child).Url);
        }

        if (!settings.Monitoring.Grafana)
        {
            return null;
        }

        var grafana = new ManagedGrafana(
            "grafana", settings, names, azure.ResourceGroup, workspace, azure.SubscriptionId, azure.Admins, azure.Roles, azure.Tags, child);
        return (grafana.Name, grafana.Url);
    }
}
