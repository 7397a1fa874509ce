using KedaStack.Infra.Clouds;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Scaling;

namespace KedaStack.Infra.Settings;

/// <summary>Everything that can be said about a stack; read once, validated whole, passed down.</summary>
public sealed record StackSettings
{
    /// <summary>The Azure region of every resource but those of <see cref="MonitoringSettings.Location"/>.</summary>
    public required string Location { get; init; }

    /// <summary>The cloud of all regions.</summary>
    public required AzureCloud Cloud { get; init; }

    /// <summary>The beginning of every Azure resource's name.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>The resource group that is there, for what the stack makes.</summary>
    /// <value>Null: the stack makes one.</value>
    public string? ResourceGroup { get; init; }

    /// <summary>The tags of every Azure resource.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Whether Pulumi refuses to delete the cluster and the Azure Monitor workspace.</summary>
    public required bool Protect { get; init; }

    /// <summary>What an update may replace or remove.</summary>
    /// <value>Empty: an update that would is refused.</value>
    public required IReadOnlyList<Replaceable> AllowReplacement { get; init; }

    /// <summary>Who administers Grafana and, with <see cref="ClusterAccess.Entra"/>, the cluster: Entra object ids or
    /// user principal names.</summary>
    /// <value>Empty: whoever deploys.</value>
    public required IReadOnlyList<string> Admins { get; init; }

    /// <summary>The reasons not to report a finding of the checks, by the id of the check.</summary>
    public required IReadOnlyDictionary<string, string> SuppressedChecks { get; init; }

    /// <summary>Where cluster, metrics and Grafana come from.</summary>
    public PlatformSettings Platform { get; init; } = new();

    /// <summary>The AKS cluster.</summary>
    public required ClusterSettings Cluster { get; init; }

    /// <summary>The Azure Monitor workspace, its data collection and Grafana.</summary>
    public required MonitoringSettings Monitoring { get; init; }

    /// <summary>KEDA and its identity.</summary>
    public required KedaSettings Keda { get; init; }

    /// <summary>The labels of every monitor, by which a Prometheus may choose them.</summary>
    public required IReadOnlyDictionary<string, string> ScrapeLabels { get; init; }

    /// <summary>The built-in samples that are deployed.</summary>
    public required IReadOnlyList<Sample> Samples { get; init; }

    /// <summary>Whether the sample app, its load generator and its scaling are deployed.</summary>
    public bool HasSampleApp => Samples.Contains(Sample.Http);

    /// <summary>The user's own apps that are scaled.</summary>
    public required IReadOnlyList<ScaledWorkloadSettings> Workloads { get; init; }

    /// <summary>The namespaces of what is scaled, the sample app's first.</summary>
    public IReadOnlyList<string> ScaledNamespaces() => NamespacesOf(_ => true);

    /// <summary>The namespaces of what is scaled on the platform's metrics, the sample app's first.</summary>
    public IReadOnlyList<string> AskingNamespaces() => NamespacesOf(workload => workload.AsksPlatform);

    /// <summary>The sample app and its load generator.</summary>
    public required WorkloadSettings Workload { get; init; }

    /// <summary>How the sample app scales.</summary>
    public required ScalingSettings Scaling { get; init; }

    private IReadOnlyList<string> NamespacesOf(Func<ScaledWorkloadSettings, bool> isMeant) =>
        [.. (HasSampleApp ? [Workload.Namespace] : (string[])[]).Concat(Workloads.Where(isMeant).Select(workload => workload.Namespace)).Distinct(StringComparer.Ordinal)];
}
