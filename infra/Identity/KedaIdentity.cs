using KedaStack.Infra.Hooks;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using Pulumi;
using Pulumi.AzureNative.ManagedIdentity;

namespace KedaStack.Infra.Identity;

/// <summary>
/// The identity that KEDA queries with. It has no secret: Entra ID trusts the token of KEDA's service account, by the
/// federated credential.
/// </summary>
internal sealed class KedaIdentity : ComponentResource
{
    /// <summary>The only audience that Entra ID takes for workload identity.</summary>
    private const string TokenExchangeAudience = "api://AzureADTokenExchange";

    /// <summary>Creates the identity, its role on the workspace and its federated credential.</summary>
    public KedaIdentity(
        string name,
        StackSettings settings,
        ResourceNames names,
        Output<string> resourceGroup,
        MonitorWorkspace? workspace,
        AzureCluster cluster,
        RoleAssignments roles,
        DeploymentHooks hooks,
        ResourceHook refuseUpdate,
        InputMap<string> tags,
        ComponentResourceOptions options)
        : base("kedastack:identity:KedaIdentity", name, options)
    {
        var identity = new UserAssignedIdentity("keda-identity", new UserAssignedIdentityArgs
        {
            ResourceGroupName = resourceGroup,
            ResourceName = names.KedaIdentity,
            Location = settings.Location,
            Tags = tags,
        }, new CustomResourceOptions { Parent = this });

        var keda = Principal.ManagedIdentity("keda", identity.PrincipalId);
        Resource[] mayQuery = workspace is null ? [] : settings.Platform.Scope switch
        {
            QueryScope.Workspace => [roles.Give("keda-monitoring-data-reader", AzureRoles.MonitoringDataReader, keda, workspace.Id, this, workspace.Subscription)],
            QueryScope.Cluster => [Reader("keda-monitoring-reader", cluster.Id)],
            QueryScope.Namespace => [.. settings.AskingNamespaces().Select(ns => Reader($"keda-monitoring-reader-{ns}", cluster.Namespace(ns)))],
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Platform.Scope, "There is no such scope."),
        };

        var credential = new FederatedIdentityCredential("keda-credential", new FederatedIdentityCredentialArgs
        {
            ResourceGroupName = resourceGroup,
            ResourceName = identity.Name,
            FederatedIdentityCredentialResourceName = "keda-operator",
            Issuer = cluster.OidcIssuer,
            Subject = KedaServiceAccount.Of(settings.Keda).Subject,
            Audiences = { TokenExchangeAudience },
        }, new CustomResourceOptions
        {
            Parent = this,
            Hooks = new ResourceHookBinding
            {
                AfterCreate = { hooks.WaitForCredential },
                // Everything that can change without a replacement decides which tokens Entra ID trusts.
                AfterUpdate = { hooks.WaitForCredential },
                BeforeUpdate = { refuseUpdate },
                OnError = { hooks.RetryWhileIdentityIsBusy },
            },
        });

        Resource Reader(string label, Output<string> scope) => roles.Give(label, AzureRoles.MonitoringReader, keda, scope, this, cluster.Subscription);

        ClientId = identity.ClientId;
        TenantId = identity.TenantId;
        Ready = [.. mayQuery, credential];
        RegisterOutputs();
    }

    /// <summary>The client id: what KEDA signs in as. Roles take the principal id instead.</summary>
    public Output<string> ClientId { get; }

    /// <summary>The identity's tenant.</summary>
    public Output<string> TenantId { get; }

    /// <summary>What has to exist before a query can succeed.</summary>
    public IReadOnlyList<Resource> Ready { get; }
}
