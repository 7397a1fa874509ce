namespace KedaStack.Tests.Infra.Running;

/// <summary>Kubeconfigs as AKS hands them out.</summary>
internal static class Kubeconfigs
{
    /// <summary>The application id of the AKS server in Entra ID, the same for every cluster (AKS kubelogin-authentication.md).</summary>
    public const string ServerId = "6dae42f8-4368-4678-94ff-3960e28e3630";

    private const string Head =
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: kedastack-dev
          cluster:
            server: https://kedastack-dev.hcp.eastus.azmk8s.io:443
            certificate-authority-data: Y2E=
        contexts:
        - name: kedastack-dev
          context:
            cluster: kedastack-dev
            user: clusterUser_kedastack-dev
        current-context: kedastack-dev
        users:
        - name: clusterUser_kedastack-dev
          user:

        """;

    /// <summary>Of a cluster with local accounts: a client certificate.</summary>
    public const string Certificate = Head +
        """
            client-certificate-data: Y2VydA==
            client-key-data: a2V5
            token: 0123456789abcdef

        """;

    /// <summary>Of a cluster with Entra ID: kubelogin by device code.</summary>
    public const string DeviceCode = Head +
        $"""
            exec:
              apiVersion: client.authentication.k8s.io/v1beta1
              command: kubelogin
              args:
              - get-token
              - --environment
              - AzurePublicCloud
              - --server-id
              - {ServerId}
              - --client-id
              - 80faf920-1908-4b52-b5ef-a8e7bedfc67a
              - --tenant-id
              - {Cloud.TenantId}
              - --login
              - devicecode
              env: null
              provideClusterInfo: false

        """;
}
