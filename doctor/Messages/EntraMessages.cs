namespace KedaStack.Doctor.Messages;

/// <summary>What Entra ID and Azure's client library say when a token is not given (learn.microsoft.com, Entra error codes; Azure SDK for Go, azidentity).</summary>
internal static class EntraMessages
{
    private const string ShowCredentials = "az identity federated-credential list --identity-name <identity> --resource-group <group> --output table";
    private const string Restart = "kubectl -n {operator} rollout restart deployment keda-operator";

    /// <summary>The messages; the first that fits is meant.</summary>
    public static IReadOnlyList<MessageCause> All { get; } =
    [
        new("AADSTS700211", LinkIds.Identity,
            "no federated credential of the identity has this issuer: a missing slash at its end, or a cluster that was made anew and has another issuer", ShowCredentials),
        new("AADSTS7002131", LinkIds.Identity, "the expression of a flexible federated credential does not fit the operator's service account", ShowCredentials),
        new("AADSTS700213", LinkIds.Identity,
            "no federated credential of the identity has this subject: it must be system:serviceaccount:<operator's namespace>:<operator's service account> (keda for the chart, kube-system for the add-on)", ShowCredentials),
        new("AADSTS700212", LinkIds.Identity, "no federated credential of the identity has this audience: api://AzureADTokenExchange, of a sovereign cloud its own", ShowCredentials),
        new("AADSTS700024", LinkIds.Identity, "the service account's token is outside its time: the node's clock, or a token file that is not renewed", Restart),
        new("AADSTS700016", LinkIds.Identity, "no application with this client id in the tenant: an object id instead of the client id, an identity that was deleted, or one of another tenant", "az identity show --name <identity> --resource-group <group> --query clientId"),
        new("AADSTS70021(?![0-9])", LinkIds.Identity, "no federated credential fits issuer, subject and audience; a new one takes minutes to be seen", ShowCredentials),
        new("AADSTS90061", LinkIds.Identity, "Entra cannot reach the cluster's OIDC issuer", "az aks show --name <cluster> --resource-group <group> --query oidcIssuerProfile"),
        new("AADSTS(50005|53003)", LinkIds.Identity, "Conditional Access blocks the workload identity", "look at the workload identities' policies in Entra's sign-in log"),
        new("AADSTS[0-9]+", LinkIds.Identity, "Entra gives no token", "look the code up at https://login.microsoftonline.com/error"),
        new("executable not found on path|sources must contain at least one TokenCredential|no token file specified|no (client|tenant) ID specified", LinkIds.Identity,
            "the operator's pod has no workload identity environment: none of AZURE_CLIENT_ID, AZURE_TENANT_ID, AZURE_FEDERATED_TOKEN_FILE was injected when it started", Restart),
        new("(ChainedTokenCredential|WorkloadIdentityCredential|ManagedIdentityCredential|DefaultAzureCredential)", LinkIds.Identity,
            "the operator gets no token from Azure", "kubectl -n {operator} logs deployment/keda-operator --tail 50"),
        new("(triggerauthentication|clustertriggerauthentication).*not found", LinkIds.Identity, "the authentication that the trigger refers to does not exist", "kubectl -n {namespace} get triggerauthentications"),
    ];
}
