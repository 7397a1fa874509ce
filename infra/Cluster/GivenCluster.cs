using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings.Platform;
using Pulumi;
using Kubernetes = Pulumi.Kubernetes;

namespace KedaStack.Infra.Cluster;

/// <summary>A cluster that is there and no AKS, reached by a context of the kubeconfig in use.</summary>
internal sealed class GivenCluster : ComponentResource
{
    /// <summary>Reaches the cluster.</summary>
    public GivenCluster(string name, AnyCluster cluster, ComponentResourceOptions options)
        : base("kedastack:cluster:GivenCluster", name, options)
    {
        Kubernetes = new KubernetesCluster
        {
            Provider = new Kubernetes.Provider(
                "kubernetes", ProviderArguments.Create(kubeconfig: null, cluster.KubeContext), new CustomResourceOptions { Parent = this }),
        };
        RegisterOutputs();
    }

    /// <summary>The cluster, for whatever is put into it.</summary>
    public KubernetesCluster Kubernetes { get; }
}
