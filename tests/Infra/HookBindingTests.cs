using KedaStack.Tests.Infra.Running;
using Pulumi;

namespace KedaStack.Tests.Infra;

/// <summary>Which resource has which hook.</summary>
public sealed class HookBindingTests
{
    [Fact]
    public async Task OnError_WithHelm_IsBoundWhereAzureOrAksIsLate() => Assert.Equal(
        [
            "FederatedIdentityCredential keda-credential: retry-while-identity-is-busy",
            "Namespace keda-demo: retry-while-forbidden",
            "Namespace keda: retry-while-forbidden",
            "PodMonitor keda-metrics: retry-while-kind-is-unknown",
            "RoleAssignment grafana-admin-deployer: retry-while-principal-is-unknown",
            "RoleAssignment grafana-monitoring-data-reader: retry-while-principal-is-unknown",
            "RoleAssignment keda-monitoring-data-reader: retry-while-principal-is-unknown",
            "ScaledObject scaled-object: retry-while-kind-is-unknown",
            "ServiceMonitor hpa-state: retry-while-kind-is-unknown",
            "ServiceMonitor service-monitor: retry-while-kind-is-unknown",
            "TriggerAuthentication keda-authentication: retry-while-kind-is-unknown",
        ],
        Names(await Stacks.Helm, hooks => hooks.OnError.Select(hook => hook.Name)));

    [Fact]
    public async Task EveryCustomResource_InEveryStack_WaitsForItsKind() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.Resources).Where(resource =>
            resource.Type.StartsWith("kubernetes:keda.sh/", StringComparison.Ordinal)
            || resource.Type.StartsWith("kubernetes:azmonitoring.coreos.com/", StringComparison.Ordinal)),
        resource => Assert.Equal("retry-while-kind-is-unknown", Assert.Single(resource.Options.Hooks.OnError).Name));

    [Fact]
    public async Task EveryRoleAssignment_InEveryStack_WaitsForItsPrincipal() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.OfKind("RoleAssignment")),
        resource => Assert.Equal("retry-while-principal-is-unknown", Assert.Single(resource.Options.Hooks.OnError).Name));

    [Fact]
    public async Task AfterCreateAndUpdate_InEveryStack_AreBoundToTheCredentialAlone() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            string[] expected = ["FederatedIdentityCredential keda-credential: wait-for-credential-propagation"];
            Assert.Equal(expected, Names(run, hooks => hooks.AfterCreate.Select(hook => hook.Name)));
            Assert.Equal(expected, Names(run, hooks => hooks.AfterUpdate.Select(hook => hook.Name)));
        });

    [Fact]
    public async Task BeforeUpdate_InEveryStack_IsBoundToWhatARuleIsAbout() => Assert.All(
        await Stacks.AllAsync(),
        run => Assert.Equal(
            ["FederatedIdentityCredential keda-credential: refuse-update", "ManagedCluster aks: refuse-update"],
            Names(run, hooks => hooks.BeforeUpdate.Select(hook => hook.Name))));

    [Fact]
    public async Task Deletions_InEveryStack_HaveNoHooks() => Assert.All(
        await Stacks.AllAsync(),
        // With a delete hook in the state the engine refuses every `pulumi destroy` without --run-program.
        run => Assert.Empty(Names(run, hooks => hooks.BeforeCreate
            .Concat(hooks.BeforeDelete).Concat(hooks.AfterDelete)
            .Select(hook => hook.Name))));

    private static IEnumerable<string> Names(StackRun run, Func<ResourceHookBinding, IEnumerable<string>> select) => run.Resources
        .SelectMany(resource => select(resource.Options.Hooks).Select(hook => $"{resource.Label}: {hook}"))
        .Order(StringComparer.Ordinal);
}
