using KedaStack.Infra.Hooks;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.AzureNative.ContainerService;

namespace KedaStack.Infra.Cluster;

/// <summary>Reads the credentials that Azure lists for a cluster.</summary>
internal static class ClusterCredentials
{
    /// <summary>The kubeconfig; secret.</summary>
    /// <param name="resourceGroup">The cluster's resource group.</param>
    /// <param name="cluster">Its name.</param>
    /// <param name="shown">Both, as a message shows them.</param>
    /// <param name="settings">Who is let in.</param>
    /// <param name="refusal">Ends the deployment.</param>
    /// <param name="options">Options of the read.</param>
    public static Output<string> Read(
        Input<string> resourceGroup,
        Input<string> cluster,
        (string ResourceGroup, string Cluster) shown,
        ClusterSettings settings,
        Refusal refusal,
        InvokeOptions options)
    {
        var args = new ListManagedClusterUserCredentialsInvokeArgs { ResourceGroupName = resourceGroup, ResourceName = cluster };
        if (settings.Access == ClusterAccess.Entra)
        {
            args.Format = "exec";
        }

        return Output.CreateSecret(ListManagedClusterUserCredentials.Invoke(args, options).Apply(credentials =>
        {
            try
            {
                var encoded = credentials.Kubeconfigs.IsDefault ? [] : credentials.Kubeconfigs;
                var kubeconfig = Kubeconfig.Decode(encoded.Select(entry => entry.Value));
                return settings.Access == ClusterAccess.Entra ? Kubeconfig.WithKubelogin(kubeconfig, settings.Kubelogin) : kubeconfig;
            }
            catch (FormatException exception)
            {
                throw refusal.Because(
                    $"The kubeconfig that Azure lists for the cluster {shown.Cluster} cannot be used: {exception.Message}. Run pulumi up "
                    + $"again; if that changes nothing, see what `az aks get-credentials --resource-group {shown.ResourceGroup} "
                    + $"--name {shown.Cluster} --file -` says");
            }
        }));
    }
}
