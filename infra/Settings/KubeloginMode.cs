namespace KedaStack.Infra.Settings;

/// <summary>How kubelogin gets a token for an Entra cluster; never by device code, which blocks for ever in CI.</summary>
public enum KubeloginMode
{
    /// <summary>From the Azure CLI that is signed in: laptops, and CI after azure/login.</summary>
    AzureCli,

    /// <summary>From a federated token: AZURE_CLIENT_ID, AZURE_TENANT_ID, AZURE_FEDERATED_TOKEN_FILE.</summary>
    WorkloadIdentity,
}
