using System.Text.Json.Nodes;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes with identities and roles.</summary>
internal static class IdentityBreakages
{
    private const string Aks = "ManagedCluster/aks";
    private const string Credential = "FederatedIdentityCredential/keda-credential";
    private const string Release = "Release/keda";
    private const string Authentication = "TriggerAuthentication/keda-authentication";
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Role = "RoleAssignment/keda-monitoring-data-reader";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("keda-installed-once", "chart and add-on", stack => stack.With(Aks, "workloadAutoScalerProfile.keda.enabled", true)),
        new("keda-installed-once", "neither chart nor add-on", stack => stack.Without(Aks, "workloadAutoScalerProfile.keda"))
        {
            Stack = PreviewedStacks.AddOn,
        },
        new("federated-subject", "the add-on's namespace with the chart", stack => stack.With(Credential, "subject", "system:serviceaccount:kube-system:keda-operator")),
        new("federated-subject", "the chart's namespace with the add-on", stack => stack.With(Credential, "subject", "system:serviceaccount:keda:keda-operator"))
        {
            Stack = PreviewedStacks.AddOn,
        },
        new("federated-subject", "another letter case", stack => stack.With(Credential, "subject", "system:serviceaccount:keda:Keda-Operator")),
        new("federated-subject", "a release that names its account otherwise", stack => stack.With(Release, "values.serviceAccount.operator.name", "other")),
        new("federated-subject", "no credential", stack => stack.WithoutResource(Credential)),
        new("federated-issuer", "a text", stack => stack.With(Credential, "issuer", "https://eastus.oic.prod-aks.azure.com/1/2/")),
        new("federated-issuer", "no trailing slash", stack => stack.With(Credential, "issuer", "${aks.oidcIssuerProfile.issuerURL}x")),
        new("federated-issuer", "the cluster's address", stack => stack.With(Credential, "issuer", "https://${aks.fqdn}/")),
        new("federated-audience", "another audience", stack => stack.With(Credential, "audiences", new JsonArray("api://AzureADTokenExchange/"))),
        new("federated-audience", "two audiences", stack => stack.With(Credential, "audiences", new JsonArray("api://AzureADTokenExchange", "x"))),
        new("federated-one-writer", "two credentials side by side", stack => stack
            .WithCopy(Credential, "second")
            .With("FederatedIdentityCredential/second", "subject", "system:serviceaccount:other:app"))
        {
            // The new one has not been waited for either.
            Also = ["scaled-object-order"],
        },
        new("oidc-issuer", "switched off", stack => stack.With(Aks, "oidcIssuerProfile.enabled", false)),
        new("workload-identity", "left out", stack => stack.Without(Aks, "securityProfile.workloadIdentity")),
        new("chart-workload-identity", "switched off", stack => stack.With(Release, "values.podIdentity.azureWorkload.enabled", false)),
        new("chart-workload-identity", "the principal id", stack => stack.With(Release, "values.podIdentity.azureWorkload.clientId", "${keda-identity.principalId}")),
        new("chart-values", "no definitions", stack => stack.With(Release, "values.crds.install", false)),
        new("chart-values", "no operator", stack => stack.With(Release, "values.operator.replicaCount", 0)),
        new("identity-client-id", "the principal id", stack => stack.With(Authentication, "spec.podIdentity.identityId", "${keda-identity.principalId}")),
        new("identity-client-id", "an empty text", stack => stack.With(Authentication, "spec.podIdentity.identityId", ""))
        {
            Stack = PreviewedStacks.AddOn,
        },
        new("trigger-authentication-provider", "the removed provider", stack => stack.With(Authentication, "spec.podIdentity.provider", "azure"))
        {
            Also = ["allowed-values"],
        },
        new("trigger-authentication-provider", "authModes beside it", stack => stack.With(ScaledObject, "spec.triggers[0].metadata.authModes", "bearer")),
        new("trigger-authentication", "another name", stack => stack.With(ScaledObject, "spec.triggers[0].authenticationRef.name", "other")),
        new("trigger-authentication", "none named", stack => stack.Without(ScaledObject, "spec.triggers[0].authenticationRef")),
        new("trigger-authentication", "another namespace", stack => stack.With(Authentication, "metadata.namespace", "keda")),
        new("query-role", "no role", stack => stack.WithoutResource(Role)),
        new("query-role", "the role for somebody else", stack => stack.With(Role, "principalId", "11111111-1111-1111-1111-111111111111")),
        new("query-role", "a role that does not allow it", stack => stack.WithReplaced(
            Role, "roleDefinitionId", "b0d8363b-8ddd-447d-831f-62ca05bff136", "43d0d8ad-25c7-4714-9337-8ba259a9fe05"))
        {
            Also = ["role-breadth"],
        },
        new("query-role", "on another resource", stack => stack.With(Role, "scope", "${data-collection-rule.id}")),
        new("query-role", "a scoped query without a reader", stack => stack.With("ScaledObject/scaled-object", "spec.triggers[0].metadata.customHeaders", "x-ms-azure-scoping=${aks.id}")),
        new("grafana-role", "no role", stack => stack.WithoutResource("RoleAssignment/grafana-monitoring-data-reader")),
        new("grafana-role", "no identity", stack => stack.Without("Grafana/grafana", "identity")),
        new("grafana-access", "no role", stack => stack.WithoutResource("RoleAssignment/grafana-admin-deployer")),
        new("deployer-role", "no dependency", stack => stack.WithoutDependency("kubernetes/kubernetes", "RoleAssignment/aks-admin-deployer"))
        {
            Stack = PreviewedStacks.Entra,
        },
        new("deployer-role", "no role", stack => stack.WithoutResource("RoleAssignment/aks-admin-deployer"))
        {
            Stack = PreviewedStacks.Entra,
        },
        new("role-principal-id", "the client id", stack => stack.With(Role, "principalId", "${keda-identity.clientId}")),
        new("role-principal-type", "left out", stack => stack.Without(Role, "principalType")),
        new("role-principal-type", "a user", stack => stack.With(Role, "principalType", "User")),
        new("role-breadth", "an owner", stack => stack.WithReplaced(
            "RoleAssignment/grafana-admin-deployer", "roleDefinitionId", "22926164-76b3-42b3-bc55-97df8dab3e41", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"))
        {
            Also = ["grafana-access"],
        },
        new("role-breadth", "on the subscription", stack => stack.With("RoleAssignment/grafana-admin-deployer", "scope", "/subscriptions/${client.subscriptionId}"))
        {
            Also = ["grafana-access"],
        },
        new("role-breadth", "on the resource group", stack => stack.With("RoleAssignment/grafana-admin-deployer", "scope", "${resource-group.id}"))
        {
            Also = ["grafana-access"],
        },
        new("role-assignment-name", "no GUID", stack => stack.With(Role, "roleAssignmentName", "keda-reader")),
        new("role-assignment-name", "the same GUID twice", stack => stack.With(
            Role, "roleAssignmentName", StackEdits.Get(stack.Named("RoleAssignment/grafana-admin-deployer").Inputs, "roleAssignmentName"))),
        new("role-definition", "a bare GUID", stack => stack.With(Role, "roleDefinitionId", "b0d8363b-8ddd-447d-831f-62ca05bff136")),
    ];
}
