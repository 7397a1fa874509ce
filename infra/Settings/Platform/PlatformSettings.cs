namespace KedaStack.Infra.Settings.Platform;

/// <summary>What the workloads run on and scale by, each part created or given.</summary>
public sealed record PlatformSettings
{
    /// <summary>The cluster.</summary>
    public ClusterSource Cluster { get; init; } = new NewCluster();

    /// <summary>The metrics to query.</summary>
    public MetricsSource Metrics { get; init; } = new NewWorkspace();

    /// <summary>The data collection rule that the cluster is associated with.</summary>
    /// <value>Null: one that the stack makes, or none where a given cluster sends to a given workspace already.</value>
    public ArmId? CollectionRule { get; init; }

    /// <summary>The Managed Grafana that reads the workspace.</summary>
    /// <value>Null: one that the stack makes, if it makes one.</value>
    public ArmId? Grafana { get; init; }

    /// <summary>Which series KEDA's identity sees.</summary>
    public QueryScope Scope { get; init; }

    /// <summary>Whether anything of it is in Azure.</summary>
    public bool UsesAzure => Cluster is not AnyCluster;

    /// <summary>Whether the stack collects the cluster's metrics. A cluster that sends to a workspace is left alone: a second
    /// rule would collect twice.</summary>
    public bool Collects => Metrics switch
    {
        NewWorkspace => true,
        ExistingWorkspace => Cluster is NewCluster || CollectionRule is not null,
        _ => false,
    };

    /// <summary>Whether KEDA signs in with an identity of Azure.</summary>
    public bool UsesIdentity => Metrics is not OwnPrometheus { Authentication: not AzureAuthentication };
}

/// <summary>Where the cluster comes from.</summary>
public abstract record ClusterSource;

/// <summary>An AKS cluster that the stack makes.</summary>
public sealed record NewCluster : ClusterSource;

/// <summary>An AKS cluster that is there; it is read and never declared.</summary>
/// <param name="Id">Its id.</param>
/// <param name="KubeContext">The context of the kubeconfig in use; null for the credentials that Azure lists.</param>
public sealed record ExistingCluster(ArmId Id, string? KubeContext) : ClusterSource
{
    /// <summary>The type of its id.</summary>
    public const string Type = "Microsoft.ContainerService/managedClusters";
}

/// <summary>A cluster that is no AKS.</summary>
/// <param name="KubeContext">The context of the kubeconfig in use.</param>
public sealed record AnyCluster(string KubeContext) : ClusterSource;

/// <summary>Where the metrics come from.</summary>
public abstract record MetricsSource;

/// <summary>An Azure Monitor workspace that the stack makes.</summary>
public sealed record NewWorkspace : MetricsSource;

/// <summary>An Azure Monitor workspace that is there.</summary>
/// <param name="Id">Its id.</param>
public sealed record ExistingWorkspace(ArmId Id) : MetricsSource
{
    /// <summary>The type of its id.</summary>
    public const string Type = "Microsoft.Monitor/accounts";
}

/// <summary>Anything that answers as Prometheus does.</summary>
/// <param name="Url">The address of its query API, without /api/v1 and a slash at the end.</param>
/// <param name="Authentication">How KEDA signs in.</param>
public sealed record OwnPrometheus(string Url, PrometheusAuthentication Authentication) : MetricsSource
{
    /// <summary>Whether it is a workspace of Azure Monitor.</summary>
    public bool IsAzureMonitor => Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Host.Contains(".prometheus.monitor.azure.", StringComparison.OrdinalIgnoreCase);
}

/// <summary>How KEDA signs in to a Prometheus of one's own.</summary>
public abstract record PrometheusAuthentication;

/// <summary>It does not.</summary>
public sealed record NoAuthentication : PrometheusAuthentication;

/// <summary>With keys of a Secret that is there, in the namespace of each workload.</summary>
/// <param name="Mode">KEDA's word for it in <c>authModes</c>.</param>
/// <param name="Secret">The name of the Secret.</param>
/// <param name="Parameters">The parameters of KEDA's scaler; each is the key in the Secret, too.</param>
public sealed record SecretAuthentication(string Mode, string Secret, IReadOnlyList<string> Parameters) : PrometheusAuthentication;

/// <summary>With an identity of Azure.</summary>
/// <param name="Audience">The scope of its token, such as <c>api://(app id)/.default</c>; null for Azure Monitor's.</param>
public sealed record AzureAuthentication(string? Audience) : PrometheusAuthentication;

/// <summary>Which series of a workspace KEDA's identity sees.</summary>
public enum QueryScope
{
    /// <summary>All of the workspace.</summary>
    Workspace,

    /// <summary>Those of the cluster, whatever workspace they are in.</summary>
    Cluster,

    /// <summary>Those of the namespace of what is scaled, in the cluster.</summary>
    Namespace,
}
