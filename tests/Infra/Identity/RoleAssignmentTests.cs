using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Identity;

/// <summary>What holds for every role assignment.</summary>
public sealed class RoleAssignmentTests
{
    [Fact]
    public async Task Inputs_OfARoleAssignment_AreComplete() => JsonAssert.Equal(
        $$"""
        {
          "principalId": "{{Cloud.KedaPrincipalId}}",
          "principalType": "ServicePrincipal",
          "roleAssignmentName": "3d512188-229a-5f40-a6e7-35cee2bd1e4b",
          "roleDefinitionId": "{{Cloud.RoleDefinitionId("b0d8363b-8ddd-447d-831f-62ca05bff136")}}",
          "scope": "{{Cloud.WorkspaceId}}"
        }
        """,
        (await Stacks.Helm)["RoleAssignment keda-monitoring-data-reader"].Inputs);

    [Fact]
    public async Task RoleDefinitionId_InEveryStack_IsAFullSubscriptionId() => Assert.All(
        await RoleAssignmentsAsync(),
        role => Assert.Matches(
            $"^/subscriptions/{Cloud.SubscriptionId}/providers/Microsoft.Authorization/roleDefinitions/[0-9a-f-]{{36}}$",
            role.Text("roleDefinitionId")));

    [Fact]
    public async Task Name_InEveryStack_IsAGuid() => Assert.All(
        await RoleAssignmentsAsync(), role => Assert.True(Guid.TryParseExact(role.Text("roleAssignmentName"), "D", out _)));

    [Fact]
    public async Task Names_OfOneStack_AllDiffer() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            var names = run.OfKind("RoleAssignment").Select(role => role.Text("roleAssignmentName")).ToList();
            Assert.Equal(names.Distinct(), names);
        });

    [Fact]
    public async Task Names_OfASecondRun_AreTheSame()
    {
        var again = await StackRun.UpdateAsync(Stacks.EntraSettings);

        Assert.Equal(
            Names(await Stacks.Entra),
            Names(again));
    }

    [Fact]
    public async Task Names_OfAnotherStack_AllDiffer()
    {
        var other = await StackRun.UpdateAsync(Stacks.EntraSettings, stack: "prod");

        Assert.Empty(Names(await Stacks.Entra).Intersect(Names(other)));
    }

    [Fact]
    public async Task PrincipalType_OfAManagedIdentity_IsServicePrincipal()
    {
        var managedIdentities = (await RoleAssignmentsAsync())
            .Where(role => role.Text("principalId") is Cloud.KedaPrincipalId or Cloud.GrafanaPrincipalId)
            .ToList();

        Assert.NotEmpty(managedIdentities);
        Assert.All(managedIdentities, role => Assert.Equal("ServicePrincipal", role.Text("principalType")));
    }

    [Fact]
    public async Task PrincipalId_InEveryStack_IsNeverAClientId() => Assert.All(
        await RoleAssignmentsAsync(),
        role => Assert.DoesNotContain(role.Text("principalId"), new[] { Cloud.KedaClientId, Cloud.DeployerClientId }));

    private static IEnumerable<string> Names(StackRun run) => run
        .OfKind("RoleAssignment")
        .OrderBy(role => role.Name, StringComparer.Ordinal)
        .Select(role => role.Text("roleAssignmentName"));

    private static async Task<IReadOnlyList<StackResource>> RoleAssignmentsAsync() =>
        [.. (await Stacks.AllAsync()).SelectMany(run => run.OfKind("RoleAssignment"))];
}
