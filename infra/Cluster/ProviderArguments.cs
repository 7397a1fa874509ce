using Pulumi;
using ProviderArgs = Pulumi.Kubernetes.ProviderArgs;

namespace KedaStack.Infra.Cluster;

/// <summary>The arguments of the provider of everything in the cluster.</summary>
internal static class ProviderArguments
{
    /// <summary>The arguments.</summary>
    /// <param name="kubeconfig">The kubeconfig; null for the one in use.</param>
    /// <param name="context">The context in it; null for its current one.</param>
    public static ProviderArgs Create(Output<string>? kubeconfig, Input<string>? context = null)
    {
        var args = new ProviderArgs
        {
            EnableServerSideApply = true,
            // A changed script updates its ConfigMap; the pods restart by the checksum in their template.
            EnableConfigMapMutable = true,
            // Objects of a cluster that is gone leave the state instead of blocking it.
            DeleteUnreachable = true,
        };
        if (kubeconfig is not null)
        {
            args.KubeConfig = kubeconfig;
        }
        else if (context is not null)
        {
            args.Context = context;
        }

        return args;
    }
}
