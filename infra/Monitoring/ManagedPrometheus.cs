using KedaStack.Infra.Given;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using Pulumi;
using Pulumi.AzureNative.Monitor;
using Pulumi.AzureNative.Monitor.Inputs;

namespace KedaStack.Infra.Monitoring;

/// <summary>
/// The Azure Monitor workspace, created or given, and the way of the cluster's metrics into it, unless they are collected
/// already. Only the association needs the cluster; the rest is made while the cluster is.
/// </summary>
internal sealed class ManagedPrometheus : ComponentResource
{
    private const string MetricsStream = "Microsoft-PrometheusMetrics";
    private const string Destination = "MonitoringAccount1";

    /// <summary>Creates what is not given: workspace, data collection endpoint and rule, and the association with the cluster.</summary>
    public ManagedPrometheus(
        string name,
        StackSettings settings,
        ResourceNames names,
        Output<string> resourceGroup,
        AzureCluster cluster,
        Refusal refusal,
        InputMap<string> tags,
        ComponentResourceOptions options)
        : base("kedastack:monitoring:ManagedPrometheus", name, options)
    {
        var platform = settings.Platform;
        Workspace = platform.Metrics is ExistingWorkspace given
            ? Read(given.Id, settings, refusal)
            : Create(settings, names, resourceGroup, tags);
        if (platform.Collects)
        {
            var rule = platform.CollectionRule is { } existing
                ? ReadRule(existing, settings, refusal)
                : CreateRule(settings, names, resourceGroup, tags);
            Associate(rule, names, cluster);
        }

        RegisterOutputs();
    }

    /// <summary>The Azure Monitor workspace.</summary>
    public MonitorWorkspace Workspace { get; }

    private MonitorWorkspace Create(StackSettings settings, ResourceNames names, Output<string> resourceGroup, InputMap<string> tags)
    {
        var location = settings.Monitoring.Location;
        var workspace = new AzureMonitorWorkspace("workspace", new AzureMonitorWorkspaceArgs
        {
            ResourceGroupName = resourceGroup,
            AzureMonitorWorkspaceName = names.Workspace,
            Location = location,
            Tags = tags,
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = settings.Protect,
            CustomTimeouts = new CustomTimeouts
            {
                Create = TimeSpan.FromMinutes(30),
                Update = TimeSpan.FromMinutes(30),
                Delete = TimeSpan.FromMinutes(30),
            },
        });
        return new MonitorWorkspace(
            workspace.Id, workspace.Metrics.Apply(metrics => metrics.PrometheusQueryEndpoint), Output.Create(location));
    }

    private MonitorWorkspace Read(ArmId id, StackSettings settings, Refusal refusal)
    {
        var read = GetAzureMonitorWorkspace
            .Invoke(
                new GetAzureMonitorWorkspaceInvokeArgs { ResourceGroupName = id.ResourceGroup, AzureMonitorWorkspaceName = id.Name },
                new InvokeOptions { Parent = this, Provider = Subscriptions.Of("existing-workspace", id, settings.Cloud, this) })
            .Apply(workspace => WorkspaceNeeds.Refusal(id, workspace.ProvisioningState, workspace.Metrics?.PrometheusQueryEndpoint) is { } reason
                ? throw refusal.Because(reason)
                : workspace);
        return new MonitorWorkspace(
            read.Apply(_ => id.ToString()), read.Apply(workspace => workspace.Metrics.PrometheusQueryEndpoint), read.Apply(workspace => workspace.Location))
        {
            Subscription = id.Subscription,
        };
    }

    private Output<string> CreateRule(StackSettings settings, ResourceNames names, Output<string> resourceGroup, InputMap<string> tags)
    {
        var location = settings.Monitoring.Location;
        var endpoint = new DataCollectionEndpoint("data-collection-endpoint", new DataCollectionEndpointArgs
        {
            ResourceGroupName = resourceGroup,
            DataCollectionEndpointName = names.DataCollectionEndpoint,
            Location = location,
            Kind = KnownDataCollectionEndpointResourceKind.Linux,
            Tags = tags,
        }, new CustomResourceOptions { Parent = this });

        return new DataCollectionRule("data-collection-rule", new DataCollectionRuleArgs
        {
            ResourceGroupName = resourceGroup,
            DataCollectionRuleName = names.DataCollectionRule,
            Location = location,
            // Without a kind the agent finds no configuration, and nothing says so.
            Kind = KnownDataCollectionRuleResourceKind.Linux,
            DataCollectionEndpointId = endpoint.Id,
            DataSources = new DataCollectionRuleDataSourcesArgs
            {
                PrometheusForwarder =
                {
                    new PrometheusForwarderDataSourceArgs
                    {
                        Name = "PrometheusDataSource",
                        Streams = { MetricsStream },
                    },
                },
            },
            Destinations = new DataCollectionRuleDestinationsArgs
            {
                MonitoringAccounts =
                {
                    new MonitoringAccountDestinationArgs { Name = Destination, AccountResourceId = Workspace.Id },
                },
            },
            DataFlows = { new DataFlowArgs { Streams = { MetricsStream }, Destinations = { Destination } } },
            Tags = tags,
        }, new CustomResourceOptions { Parent = this }).Id;
    }

    private Output<string> ReadRule(ArmId rule, StackSettings settings, Refusal refusal) => GetDataCollectionRule
        .Invoke(
            new GetDataCollectionRuleInvokeArgs { ResourceGroupName = rule.ResourceGroup, DataCollectionRuleName = rule.Name },
            new InvokeOptions { Parent = this, Provider = Subscriptions.Of("existing-data-collection-rule", rule, settings.Cloud, this) })
        .Apply(read =>
        {
            var streams = read.DataFlows.IsDefault ? [] : read.DataFlows.SelectMany(flow => flow.Streams.IsDefault ? [] : flow.Streams);
            var accounts = read.Destinations?.MonitoringAccounts is { IsDefault: false } found ? found.Select(account => account.AccountResourceId ?? "").ToList() : [];
            return WorkspaceNeeds.RuleRefusal(rule, streams, accounts, (settings.Platform.Metrics as ExistingWorkspace)?.Id) is { } reason
                ? throw refusal.Because(reason)
                : rule.ToString();
        });

    // It goes before the rule: Azure refuses to delete a rule that is still associated.
    private void Associate(Output<string> rule, ResourceNames names, AzureCluster cluster) =>
        _ = new DataCollectionRuleAssociation("data-collection-rule-association", new DataCollectionRuleAssociationArgs
        {
            AssociationName = names.DataCollectionRuleAssociation,
            ResourceUri = cluster.Id,
            DataCollectionRuleId = rule,
        }, new CustomResourceOptions
        {
            Parent = this,
            // Azure would update it, but only after the old rule is to be deleted.
            ReplaceOnChanges = { "dataCollectionRuleId" },
        });
}
