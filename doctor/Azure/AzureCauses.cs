using KedaStack.Doctor.Messages;

namespace KedaStack.Doctor.Azure;

/// <summary>
/// What may be wrong in Azure, with what mends it (learn.microsoft.com: aks/use-oidc-issuer, aks/workload-identity-deploy-cluster,
/// azure-monitor/containers/kubernetes-monitoring-enable, aks/cluster-autoscaler). docs/doctor.md is made of it.
/// </summary>
internal static class AzureCauses
{
    private const string Update = "az aks update --subscription {subscription} --resource-group {group} --name {cluster}";
    private const string Address = "kubectl -n {namespace} patch scaledobject {name} --type json -p '[{\"op\":\"replace\",\"path\":\"/spec/triggers/{place}/metadata/serverAddress\",\"value\":\"{endpoint}\"}]'";
    private const string ClientId = "kubectl -n {namespace} patch {kind} {authentication} --type merge -p '{\"spec\":{\"podIdentity\":{\"identityId\":\"{client id}\"}}}'";
    private const string Credential = "az identity federated-credential update --subscription {identity subscription} --resource-group {identity group} --identity-name {identity} --name {credential} --issuer {issuer} --subject {subject} --audiences {audience}";

    private const string Settings = "kubectl -n kube-system edit configmap ama-metrics-settings-configmap";

    /// <summary>The cluster is stopped.</summary>
    public static AzureCause Stopped { get; } = new("the cluster is stopped", LinkIds.Scrape, "nothing runs in it: neither the app nor KEDA, and its API server does not answer", "az aks start --subscription {subscription} --resource-group {group} --name {cluster}");

    /// <summary>The cluster's last operation failed.</summary>
    public static AzureCause Failed { get; } = new("the cluster's provisioning state is Failed", LinkIds.Scrape, "its last operation failed, and what was asked for may be half there; the command asks for it again", Update);

    /// <summary>The agent is off.</summary>
    public static AzureCause NoAgent { get; } = new("managed Prometheus is off", LinkIds.Scrape, "no agent scrapes the pods for the workspace", Update + " --enable-azure-monitor-metrics --azure-monitor-workspace-resource-id {workspace}");

    /// <summary>The agent is on, and sends nothing.</summary>
    public static AzureCause NoRule { get; } = new("no data collection rule of managed Prometheus is associated with the cluster", LinkIds.Scrape, "the agent scrapes the pods and sends the samples nowhere", Update + " --enable-azure-monitor-metrics --azure-monitor-workspace-resource-id {workspace}");

    /// <summary>The agent sends elsewhere.</summary>
    public static AzureCause OtherWorkspace { get; } = new("the cluster sends to another workspace than the one that KEDA asks", LinkIds.Scrape, "what this cluster's agent sends is not where KEDA asks; the identity needs Monitoring Data Reader on the workspace that it is to ask", Address);

    /// <summary>The agent's pods do not run.</summary>
    public static AzureCause AgentDown { get; } = new("a Deployment of the agent has no pod that is available", LinkIds.Scrape, "nobody scrapes the pods: ama-metrics does, and learns of PodMonitors and ServiceMonitors from ama-metrics-operator-targets", "kubectl -n kube-system rollout restart deployment {deployment}");

    /// <summary>The query asks for another value of the label cluster.</summary>
    public static AzureCause ClusterLabel { get; } = new("the query asks for another value of the label cluster than the agent writes", LinkIds.Scrape, "the agent writes the cluster's name, or cluster_alias of its settings, into the label cluster of each series", "kubectl -n {namespace} edit scaledobject {name}");

    /// <summary>The agent does not take its settings.</summary>
    public static AzureCause SettingsRejected { get; } = new("the agent's settings have a form that it does not know", LinkIds.Scrape, "the agent rejects them whole, and keeps its defaults: its own targets, and the cluster's name as the label cluster; it knows v1 and v2", Settings);

    /// <summary>The metric is of a target that is off.</summary>
    public static AzureCause TargetOff { get; } = new("the query asks for a metric of one of the agent's own targets, which is off", LinkIds.Scrape, "nobody scrapes what the metric is of; the settings say which of the agent's own targets are on", Settings);

    /// <summary>The metric is not kept.</summary>
    public static AzureCause NotKept { get; } = new("the query asks for a metric of one of the agent's own targets, which is not kept", LinkIds.Scrape, "the agent's minimal ingestion profile keeps what its dashboards and rules need, and what the keep list names", Settings);

    /// <summary>The address is no workspace's.</summary>
    public static AzureCause OtherAddress { get; } = new("serverAddress is of no workspace that your account sees", LinkIds.Prometheus, "a slip, or a workspace that was made anew: its address then is another", Address);

    /// <summary>The cluster has no issuer.</summary>
    public static AzureCause NoIssuer { get; } = new("the cluster has no OIDC issuer", LinkIds.Identity, "Entra cannot check the tokens of its service accounts, so KEDA gets none of Azure's", Update + " --enable-oidc-issuer --enable-workload-identity");

    /// <summary>Workload identity is off.</summary>
    public static AzureCause NoWorkloadIdentity { get; } = new("workload identity is off", LinkIds.Identity, "nothing gives the operator's pod a token for Azure; when it is on, restart the operator", Update + " --enable-workload-identity");

    /// <summary>An object id in the place of a client id.</summary>
    public static AzureCause ObjectId { get; } = new("the client id is an identity's object id", LinkIds.Identity, "identities sign in with their client id; their object id is for roles only", ClientId);

    /// <summary>No identity of this client id.</summary>
    public static AzureCause NoIdentity { get; } = new("no identity has the client id", LinkIds.Identity, "a slip, an identity that was deleted, or one of a subscription that your account does not see", "az identity list --subscription {subscription} --query \"[].[name, clientId]\" --output table");

    /// <summary>Another tenant.</summary>
    public static AzureCause OtherTenant { get; } = new("KEDA signs in to another tenant than the identity's", LinkIds.Identity, "that tenant knows no application with this client id", "helm upgrade keda kedacore/keda -n {operator} --reuse-values --set podIdentity.azureWorkload.tenantId={tenant}");

    /// <summary>No client id is written anywhere.</summary>
    public static AzureCause NoClientId { get; } = new("no client id is written: neither in the authentication nor at the operator's service account", LinkIds.Identity, "KEDA does not know as whom to sign in", ClientId);

    /// <summary>No federated credential.</summary>
    public static AzureCause NoCredential { get; } = new("the identity has no federated credential", LinkIds.Identity, "Entra gives its tokens to nobody", Credential.Replace("update", "create", StringComparison.Ordinal));

    /// <summary>The issuer has no slash.</summary>
    public static AzureCause IssuerSlash { get; } = new("the federated credential's issuer lacks the slash at its end (AADSTS700211)", LinkIds.Identity, "Entra compares each character, and the cluster's issuer ends with a slash", Credential);

    /// <summary>The issuer is another cluster's.</summary>
    public static AzureCause Issuer { get; } = new("the federated credential's issuer is not the cluster's (AADSTS700211)", LinkIds.Identity, "it is another cluster's, or of this one before it was made anew", Credential);

    /// <summary>The subject is another account's.</summary>
    public static AzureCause Subject { get; } = new("the federated credential's subject is not the operator's service account (AADSTS700213)", LinkIds.Identity, "the chart's operator runs in the release's namespace, the add-on's in kube-system", Credential);

    /// <summary>The audience is another.</summary>
    public static AzureCause Audience { get; } = new("the federated credential's audience is another (AADSTS700212)", LinkIds.Identity, "the operator's tokens are for the audience of its cloud", Credential);

    /// <summary>The role is missing.</summary>
    public static AzureCause NoRole { get; } = new("the identity has no role with which it may ask the workspace", LinkIds.Identity, "the workspace answers 403 to KEDA; a new assignment takes up to 30 minutes to be seen", "az role assignment create --role {role} --assignee-object-id {principal} --assignee-principal-type ServicePrincipal --scope {scope}");

    /// <summary>The role is new.</summary>
    public static AzureCause NewRole { get; } = new("the identity's role was given in the last 30 minutes", LinkIds.Identity, "the workspace sees a new assignment after up to 30 minutes", "wait: kubectl -n {namespace} get scaledobject {name} --watch shows when it is Ready");

    /// <summary>The token is for another cloud.</summary>
    public static AzureCause TokenCloud { get; } = new("the trigger's cloud is not that of its address", LinkIds.Identity, "KEDA asks for a token that this workspace does not take", "kubectl -n {namespace} patch scaledobject {name} --type json -p '[{\"op\":\"add\",\"path\":\"/spec/triggers/{place}/metadata/cloud\",\"value\":\"{cloud}\"}]'");

    /// <summary>The add-on is on beside another KEDA.</summary>
    public static AzureCause AddOn { get; } = new("AKS' KEDA add-on is on, and the operator runs elsewhere", LinkIds.Operator, "the add-on replaces the parts of a KEDA that was installed otherwise, at its next reconciliation", Update + " --disable-keda");

    /// <summary>The node pools are full.</summary>
    public static AzureCause FullPools { get; } = new("pods wait for a node, and no node pool can grow", LinkIds.Pods, "not a matter of scaling: the cluster autoscaler may add no node", "az aks nodepool update --subscription {subscription} --resource-group {group} --cluster-name {cluster} --name {pool} --update-cluster-autoscaler --min-count {least} --max-count {most}");

    /// <summary>No pool is scaled.</summary>
    public static AzureCause FixedPools { get; } = new("pods wait for a node, and the cluster autoscaler is off", LinkIds.Pods, "not a matter of scaling: nobody adds a node", "az aks nodepool update --subscription {subscription} --resource-group {group} --cluster-name {cluster} --name {pool} --enable-cluster-autoscaler --min-count {least} --max-count {most}");

    /// <summary>All of them, in the order of the links.</summary>
    public static IReadOnlyList<AzureCause> All { get; } =
    [
        Stopped, NoAgent, NoRule, OtherWorkspace, AgentDown, TargetOff, NotKept, ClusterLabel, Failed, SettingsRejected,
        OtherAddress,
        NoIssuer, NoWorkloadIdentity, ObjectId, NoIdentity, OtherTenant, NoClientId, NoCredential, IssuerSlash, Issuer, Subject, Audience, NoRole, NewRole, TokenCloud,
        AddOn,
        FullPools, FixedPools,
    ];
}
