using KedaStack.Infra.Clouds;
using KedaStack.Infra.CustomResources.Monitoring;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using Pulumi;

namespace KedaStack.Infra;

/// <summary>Makes the metrics to query of wherever they are.</summary>
internal static class PlatformMetrics
{
    /// <summary>The metrics.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="workspace">The workspace; null for a Prometheus of one's own.</param>
    /// <param name="cluster">What Azure knows of the cluster; null for one that is no AKS.</param>
    /// <param name="identity">KEDA's identity; null where it needs none.</param>
    public static QueriedMetrics Of(StackSettings settings, MonitorWorkspace? workspace, AzureCluster? cluster, KedaIdentity? identity) =>
        settings.Platform.Metrics is OwnPrometheus own
            ? new QueriedMetrics
            {
                ServerAddress = Output.Create(own.Url),
                Monitors = own.IsAzureMonitor ? MonitorGroup.AzureMonitor : MonitorGroup.PrometheusOperator,
                Authentication = own.Authentication switch
                {
                    NoAuthentication => new Anonymous(),
                    SecretAuthentication secret => new SecretKeys(secret.Secret, secret.Parameters),
                    AzureAuthentication => new AzureIdentity(identity!.ClientId),
                    _ => throw new ArgumentOutOfRangeException(nameof(settings), own.Authentication, "There is no such authentication."),
                },
                TriggerMetadata = Metadata(own, settings.Cloud).ToDictionary(entry => entry.Key, entry => Output.Create(entry.Value)),
                Ready = identity?.Ready ?? [],
            }
            : new QueriedMetrics
            {
                ServerAddress = settings.Platform.Scope == QueryScope.Workspace ? workspace!.QueryEndpoint : ScopedEndpoint(workspace!, settings.Cloud),
                Monitors = MonitorGroup.AzureMonitor,
                Authentication = new AzureIdentity(identity!.ClientId),
                TriggerMetadata = Metadata(settings.Cloud),
                Scope = Scope(settings.Platform.Scope, cluster!),
                Ready = identity.Ready,
            };

    // KEDA has no word for an audience of one's own; this pair of parameters of its Azure authentication is one
    // (kedacore/keda, pkg/scalers/azure/azure_cloud_environment.go, ParseEnvironmentProperty).
    private static IEnumerable<KeyValuePair<string, string>> Metadata(OwnPrometheus own, AzureCloud cloud)
    {
        switch (own.Authentication)
        {
            case SecretAuthentication secret:
                yield return KeyValuePair.Create("authModes", secret.Mode);
                break;
            case AzureAuthentication { Audience: { } audience }:
                yield return KeyValuePair.Create("cloud", "Private");
                yield return KeyValuePair.Create("azureManagedPrometheusResourceURL", audience);
                break;
            case AzureAuthentication when cloud != AzureCloud.Public:
                yield return KeyValuePair.Create("cloud", cloud.ForKeda());
                break;
        }
    }

    private static Dictionary<string, Output<string>> Metadata(AzureCloud cloud)
    {
        var metadata = new Dictionary<string, Output<string>>();
        if (cloud != AzureCloud.Public)
        {
            // Without it the token is for the public cloud, and the workspace answers 401.
            metadata["cloud"] = Output.Create(cloud.ForKeda());
        }

        return metadata;
    }

    private static Func<Input<string>, Output<string>>? Scope(QueryScope scope, AzureCluster cluster) => scope switch
    {
        QueryScope.Workspace => null,
        QueryScope.Cluster => _ => cluster.Id,
        QueryScope.Namespace => cluster.Namespace,
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "There is no such scope."),
    };

    // One address for each region; the service finds the workspace itself
    // (learn.microsoft.com/azure/azure-monitor/metrics/prometheus-resource-scoped-queries).
    private static Output<string> ScopedEndpoint(MonitorWorkspace workspace, AzureCloud cloud) =>
        Output.Format($"https://query.{workspace.Location}.prometheus.monitor.azure.{Suffix(cloud)}");

    private static string Suffix(AzureCloud cloud) => cloud switch
    {
        AzureCloud.Public => "com",
        AzureCloud.UsGovernment => "us",
        AzureCloud.China => "cn",
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "There is no such cloud."),
    };
}
