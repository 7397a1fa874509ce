namespace KedaStack.Resources.Preview;

/// <summary>A kubeconfig of the shape that AKS hands out for a cluster with Entra ID, before kubelogin is rewritten.</summary>
internal static class PreviewKubeconfig
{
    /// <summary>The kubeconfig; the server and its certificate are tokens.</summary>
    public const string Text =
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: aks
          cluster:
            server: https://${aks.fqdn}:443
            certificate-authority-data: ${aks.certificateAuthority}
        contexts:
        - name: aks
          context:
            cluster: aks
            user: clusterUser
        current-context: aks
        users:
        - name: clusterUser
          user:
            exec:
              apiVersion: client.authentication.k8s.io/v1beta1
              command: kubelogin
              args:
              - get-token
              - --login
              - devicecode
              - --environment
              - AzurePublicCloud
              - --server-id
              - 6dae42f8-4368-4678-94ff-3960e28e3630
              - --client-id
              - 80faf920-1908-4b52-b5ef-a8e7bedfc67a
              - --tenant-id
              - ${client.tenantId}
              provideClusterInfo: false
        """;
}
