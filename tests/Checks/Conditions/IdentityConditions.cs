using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Conditions;

/// <summary>Identities and roles.</summary>
internal static class IdentityConditions
{
    private const string Authentication = "TriggerAuthentication/keda-authentication";
    private const string Id = "spec.podIdentity.identityId";
    private const string Admin = "RoleAssignment/aks-admin-deployer";
    private const string Grafana = "RoleAssignment/grafana-admin-deployer";
    private const string GrafanaReader = "RoleAssignment/grafana-monitoring-data-reader";
    private const string Reader = "RoleAssignment/keda-monitoring-data-reader";
    private const string DataReader = "b0d8363b-8ddd-447d-831f-62ca05bff136";
    private const string MonitoringReader = "43d0d8ad-25c7-4714-9337-8ba259a9fe05";
    private const string Other = "/subscriptions/1/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/other";
    private const string ScaledObject = "ScaledObject/scaled-object";

    public static IReadOnlyList<StackCondition> All { get; } =
    [
        new("identity-client-id", "none, with the chart's own", stack => stack.Without(Authentication, Id)),
        new("identity-client-id", "none, with the add-on", stack => stack.Without(Authentication, Id), Id, "nothing") { Stack = PreviewedStacks.AddOn },
        new("identity-client-id", "a client id", stack => stack.With(Authentication, Id, "11111111-1111-1111-1111-111111111111")),
        new("identity-client-id", "a name", stack => stack.With(Authentication, Id, "keda-identity"), Id, "keda-identity"),
        new("identity-client-id", "the principal's id", stack => stack.With(Authentication, Id, "${keda-identity.principalId}"), Id, "keda-identity.principalId"),
        new("identity-client-id", "a name for another provider", stack => stack.With(Authentication, Id, "keda-identity").With(Authentication, "spec.podIdentity.provider", "aws")),
        new("trigger-authentication-provider", "another provider on a workspace", stack => stack.With(Authentication, "spec.podIdentity.provider", "aws"), "spec.podIdentity.provider", "aws; expected azure-workload"),
        new("trigger-authentication-provider", "another provider on somebody's Prometheus", stack => stack.With(Authentication, "spec.podIdentity.provider", "aws").With(ScaledObject, "spec.triggers[0].metadata.serverAddress", "http://prometheus.monitoring:9090")),
        new("trigger-authentication-provider", "a mode beside the identity", stack => stack.With(ScaledObject, "spec.triggers[0].metadata.authModes", "bearer"), "spec.triggers[0].metadata.authModes", "bearer; expected no authModes beside a pod identity"),
        new("deployer-role", "a role on another cluster", stack => stack.With(Admin, "scope", Other), "", "no cluster admin") { Stack = PreviewedStacks.Entra },
        new("grafana-access", "a role on another Grafana", stack => stack.With(Grafana, "scope", "/subscriptions/1/resourceGroups/g/providers/Microsoft.Dashboard/grafana/other"), "", "no Grafana role for anybody"),
        new("grafana-access", "another role on it", stack => stack.WithReplaced(Grafana, "roleDefinitionId", "22926164-76b3-42b3-bc55-97df8dab3e41", MonitoringReader), "", "no Grafana role for anybody"),
        new("grafana-role", "a role on another workspace", stack => stack.With(GrafanaReader, "scope", Other), "", "no role on workspace"),
        new("grafana-role", "another role on the workspace", stack => stack.WithReplaced(GrafanaReader, "roleDefinitionId", DataReader, MonitoringReader), "", "no role on workspace"),
        new("grafana-role", "no identity", stack => stack.Without("Grafana/grafana", "identity.type"), "identity.type", "nothing"),
        new("kubernetes-patch-version", "a patch that upgrades itself", stack => Version(stack, "1.34.2", "patch"), "kubernetesVersion", "1.34.2; expected 1.34"),
        new("kubernetes-patch-version", "a patch of nodes' images only", stack => Version(stack, "1.34.2", "node-image")),
        new("kubernetes-patch-version", "a patch that nothing upgrades", stack => Version(stack, "1.34.2", "none")),
        new("kubernetes-patch-version", "a minor version that upgrades itself", stack => Version(stack, "1.34", "patch")),
        new("role-principal-id", "a tag of that name", stack => stack.With(Grafana, "principalId", "${keda-identity.tags.principalId}"), "principalId", "expected a principal's output"),
        new("role-principal-id", "an output of that name", stack => stack.With(Grafana, "principalId", "${keda-identity.principalId}")),
        new("role-principal-id", "nobody", stack => stack.With(Grafana, "principalId", ""), "principalId", "expected"),
        new("goes-with-cluster", "with something else", stack => stack.WithOptions(ScaledObject, options => options with { DeletedWith = stack.Named(Grafana).Urn }), "", "no deletedWith"),
        new("goes-with-cluster", "with the cluster", stack => stack.WithOptions(ScaledObject, options => options with { DeletedWith = stack.Named("ManagedCluster/aks").Urn, DependsOn = [] })),
        new("deployer-role", "a group of admins", stack => stack.WithoutResource(Admin).With("ManagedCluster/aks", "aadProfile.adminGroupObjectIDs", new JsonArray("11111111-1111-1111-1111-111111111111"))) { Stack = PreviewedStacks.Entra },
        new("role-breadth", "a group by its id", stack => stack.With(Grafana, "scope", "/subscriptions/1/resourceGroups/g"), "scope", "/subscriptions/1/resourceGroups/g"),
        new("role-breadth", "a subscription by its id", stack => stack.With(Grafana, "scope", "/subscriptions/1"), "scope", "/subscriptions/1"),
        new("role-breadth", "a management group", stack => stack.With(Grafana, "scope", "/providers/Microsoft.Management/managementGroups/m"), "scope", "managementGroups"),
        new("role-breadth", "no scope", stack => stack.Without(Grafana, "scope"), "scope", "nothing"),
        new("role-breadth", "another resource's id", stack => stack.With(Grafana, "scope", Other)),
        new("role-breadth", "a text that is no id", stack => stack.With(Grafana, "scope", "grafana")),
        new("role-breadth", "KEDA as a reader of everything", stack => stack.WithReplaced(Reader, "roleDefinitionId", DataReader, MonitoringReader), "roleDefinitionId", "Monitoring Data Reader and nothing else for KEDA"),
        new("role-breadth", "KEDA as a reader of what its query is scoped to", stack => Scoped(stack.WithReplaced(Reader, "roleDefinitionId", DataReader, MonitoringReader))),
        new("role-breadth", "KEDA as a writer, whatever its query is scoped to", stack => Scoped(stack.WithReplaced(Reader, "roleDefinitionId", DataReader, "22926164-76b3-42b3-bc55-97df8dab3e41")), "roleDefinitionId", "nothing else for KEDA"),
        new("role-breadth", "another identity as a reader", stack => stack.WithReplaced(GrafanaReader, "roleDefinitionId", DataReader, MonitoringReader)),
        new("role-principal-type", "KEDA's identity as a user", stack => stack.With(Reader, "principalType", "User"), "principalType", "User; expected ServicePrincipal"),
        new("role-principal-type", "Grafana's identity as a user", stack => stack.With(GrafanaReader, "principalType", "User"), "principalType", "User; expected ServicePrincipal"),
        new("role-principal-type", "Grafana's identity without a type", stack => stack.Without(GrafanaReader, "principalType"), "principalType", "nothing; expected ServicePrincipal"),
        new("role-principal-type", "the cluster's identity as a user", stack => Principal(stack, "${aks.identityProfile.kubeletidentity.objectId}", "User"), "principalType", "User; expected ServicePrincipal"),
        new("role-principal-type", "the cluster's identity", stack => Principal(stack, "${aks.identityProfile.kubeletidentity.objectId}", "ServicePrincipal")),
        new("role-principal-type", "an output of what has no identity", stack => Principal(stack, "${workspace.defaultIngestionSettings}", "User")),
        new("federated-one-writer", "two credentials side by side", stack => Second(stack, first: [], second: []), "", "written in parallel with keda-credential; expected DependsOn keda-credential"),
        new("federated-one-writer", "the second after the first", stack => Second(stack, first: [], second: ["keda-credential"])),
        new("federated-one-writer", "the first after the second", stack => Second(stack, first: ["second"], second: [])),
        new("role-breadth", "somebody else as a reader", stack => stack.WithReplaced(Grafana, "roleDefinitionId", "22926164-76b3-42b3-bc55-97df8dab3e41", MonitoringReader)),
    ];

    private static ResourceGraph Version(ResourceGraph stack, string version, string channel) =>
        stack.With("ManagedCluster/aks", "kubernetesVersion", version).With("ManagedCluster/aks", "autoUpgradeProfile.upgradeChannel", channel);

    private static ResourceGraph Principal(ResourceGraph stack, string id, string type) =>
        stack.With(Reader, "principalId", id).With(Reader, "principalType", type);

    /// <summary>With a second credential of the identity, and what each of the two waits for.</summary>
    private static ResourceGraph Second(ResourceGraph stack, string[] first, string[] second)
    {
        const string kind = "FederatedIdentityCredential/";
        var copied = stack.WithCopy($"{kind}keda-credential", "second");
        return Waiting(Waiting(copied, "keda-credential", first), "second", second);

        static ResourceGraph Waiting(ResourceGraph stack, string name, string[] others) => stack.WithOptions(
            kind + name, options => options with { DependsOn = [.. others.Select(other => stack.Named(kind + other).Urn)] });
    }

    private static ResourceGraph Scoped(ResourceGraph stack) =>
        stack.With(ScaledObject, "spec.triggers[0].metadata.customHeaders", $"x-ms-azure-scoping={Other}");
}
