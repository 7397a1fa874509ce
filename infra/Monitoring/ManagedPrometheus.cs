using KedaStack.Infra.Naming;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.AzureNative.Monitor;
using Pulumi.AzureNative.Monitor.Inputs;
using Pulumi.AzureNative.Resources;

namespace KedaStack.Infra.Monitoring;

/// <summary>
/// The Azure Monitor workspace and the way of the cluster's metrics into it. Only the association needs the cluster;
/// the rest is made while the cluster is.
/// </summary>
internal sealed class ManagedPrometheus : ComponentResource
{
    private const string MetricsStream = "Microsoft-PrometheusMetrics";
    private const string Destination = "MonitoringAccount1";

    /// <summary>Creates the workspace, the data collection endpoint and rule, and the association with the cluster.</summary>
    public ManagedPrometheus(
        string name,
        StackSettings settings,
        ResourceNames names,
        ResourceGroup resourceGroup,
        AzureCluster cluster,
        InputMap<string> tags,
        ComponentResourceOptions options)
        : base("kedastack:monitoring:ManagedPrometheus", name, options)
    {
        var location = settings.Monitoring.Location;
        var workspace = new AzureMonitorWorkspace("workspace", new AzureMonitorWorkspaceArgs
        {
            ResourceGroupName = resourceGroup.Name,
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

        var endpoint = new DataCollectionEndpoint("data-collection-endpoint", new DataCollectionEndpointArgs
        {
            ResourceGroupName = resourceGroup.Name,
            DataCollectionEndpointName = names.DataCollectionEndpoint,
            Location = location,
            Kind = KnownDataCollectionEndpointResourceKind.Linux,
            Tags = tags,
        }, new CustomResourceOptions { Parent = this });

        var rule = new DataCollectionRule("data-collection-rule", new DataCollectionRuleArgs
        {
            ResourceGroupName = resourceGroup.Name,
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
                    new MonitoringAccountDestinationArgs { Name = Destination, AccountResourceId = workspace.Id },
                },
            },
            DataFlows = { new DataFlowArgs { Streams = { MetricsStream }, Destinations = { Destination } } },
            Tags = tags,
        }, new CustomResourceOptions { Parent = this });

        // It goes before the rule: Azure refuses to delete a rule that is still associated.
        _ = new DataCollectionRuleAssociation("data-collection-rule-association", new DataCollectionRuleAssociationArgs
        {
            AssociationName = names.DataCollectionRuleAssociation,
            ResourceUri = cluster.Id,
            DataCollectionRuleId = rule.Id,
        }, new CustomResourceOptions
        {
            Parent = this,
            // Azure would update it, but only after the old rule is to be deleted.
            ReplaceOnChanges = { "dataCollectionRuleId" },
        });

        Workspace = new MonitorWorkspace(
            workspace.Id, workspace.Metrics.Apply(metrics => metrics.PrometheusQueryEndpoint), Output.Create(location));
        RegisterOutputs();
    }

    /// <summary>The Azure Monitor workspace.</summary>
    public MonitorWorkspace Workspace { get; }
}
