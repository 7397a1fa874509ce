using Pulumi;
using Kubernetes = Pulumi.Kubernetes;

namespace KedaStack.Infra.Platform;

/// <summary>A cluster to put objects into, whether the stack makes it or was given it.</summary>
internal sealed record KubernetesCluster
{
    /// <summary>The provider of everything in it.</summary>
    public required Kubernetes.Provider Provider { get; init; }

    /// <summary>The resource whose deletion takes everything in it along.</summary>
    /// <value>Null: the stack does not own it, and takes its own objects out of it again.</value>
    public Resource? Owner { get; init; }

    /// <summary>What Azure knows of it.</summary>
    /// <value>Null: it is no AKS.</value>
    public AzureCluster? Azure { get; init; }
}

/// <summary>A cluster as Azure knows it.</summary>
/// <param name="Id">Its resource id.</param>
/// <param name="Name">Its name.</param>
/// <param name="ResourceGroup">The name of its resource group.</param>
/// <param name="OidcIssuer">The issuer of the service accounts' tokens, with its trailing slash: Entra ID compares it to the letter.</param>
/// <param name="Kubeconfig">Its kubeconfig; secret. Null where a context of one's own is used.</param>
internal sealed record AzureCluster(
    Output<string> Id, Output<string> Name, Output<string> ResourceGroup, Output<string> OidcIssuer, Output<string>? Kubeconfig)
{
    /// <summary>The id of its subscription.</summary>
    /// <value>Null: the stack's own.</value>
    public string? Subscription { get; init; }

    /// <summary>The id of a namespace of it, for roles and queries of that namespace only.</summary>
    /// <param name="name">The namespace.</param>
    public Output<string> Namespace(Input<string> name) => Output.Format($"{Id}/namespaces/{name}");
}
