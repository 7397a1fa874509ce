using KedaStack.Infra.Settings;
using Moq;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Identity;

public sealed class AdminsTests
{
    private const string GrafanaAdmin = "22926164-76b3-42b3-bc55-97df8dab3e41";
    private const string AksRbacClusterAdmin = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b";

    [Fact]
    public async Task Admins_NotSet_AreWhoeverDeploys() => AssertRole(
        (await Stacks.Helm)["RoleAssignment grafana-admin-deployer"], Cloud.DeployerObjectId, principalType: null, GrafanaAdmin);

    [Fact]
    public async Task Admins_NotSet_AreNotLookedUp() => (await Stacks.Helm).Mocks.Verify(
        mocks => mocks.CallAsync(It.Is<MockCallArgs>(call => call.Token!.StartsWith("azuread:"))), Times.Never);

    [Fact]
    public async Task ObjectId_InTheSettings_IsTakenAsItIsAndItsTypeLeftToAzure() => AssertRole(
        (await Stacks.Entra)[$"RoleAssignment grafana-admin-{Stacks.AdminGroup}"],
        Stacks.AdminGroup,
        principalType: null,
        GrafanaAdmin);

    [Fact]
    public async Task UserPrincipalName_InTheSettings_IsLookedUp() => AssertRole(
        (await Stacks.Entra)["RoleAssignment grafana-admin-alice@contoso.com"],
        Cloud.ObjectIdOf("alice@contoso.com"),
        "User",
        GrafanaAdmin);

    [Fact]
    public async Task Lookup_OfAUser_IsByUserPrincipalNameAndOnce()
    {
        var call = Assert.Single((await Stacks.Entra).Calls, call => call.Token == "azuread:index/getUser:getUser");

        JsonAssert.Equal("""{ "userPrincipalName": "alice@contoso.com" }""", PropertyBag.ToJson(call.Args));
    }

    [Fact]
    public async Task Admins_WithEntra_AreClusterAdminsOfTheCluster()
    {
        var run = await Stacks.Entra;

        var byObjectId = run[$"RoleAssignment aks-admin-{Stacks.AdminGroup}"];
        var byName = run["RoleAssignment aks-admin-alice@contoso.com"];
        AssertRole(byObjectId, Stacks.AdminGroup, principalType: null, AksRbacClusterAdmin);
        AssertRole(byName, Cloud.ObjectIdOf("alice@contoso.com"), "User", AksRbacClusterAdmin);
        Assert.Equal(Cloud.ClusterId, byObjectId.Text("scope"));
        Assert.Equal(Cloud.ClusterId, byName.Text("scope"));
    }

    [Fact]
    public async Task Deployer_WithEntraAndNoAdmins_IsClusterAdmin()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Cluster = Stacks.Defaults.Cluster with { Access = ClusterAccess.Entra } });

        AssertRole(run["RoleAssignment aks-admin-deployer"], Cloud.DeployerObjectId, principalType: null, AksRbacClusterAdmin);
        Assert.Equal(["RoleAssignment aks-admin-deployer"], run["kubernetes kubernetes"].DependsOn);
    }

    [Fact]
    public async Task Admins_WithLocalAccounts_GetNoRoleOnTheCluster() => Assert.DoesNotContain(
        (await Stacks.Helm).OfKind("RoleAssignment"),
        role => role.Text("roleDefinitionId").EndsWith(AksRbacClusterAdmin, StringComparison.Ordinal));

    [Fact]
    public async Task Admins_Several_EachGetTheRole()
    {
        var run = await StackRun.UpdateAsync(Stacks.Defaults with { Admins = ["alice@contoso.com", "bob@contoso.com"] });

        Assert.Equal(
            [Cloud.ObjectIdOf("alice@contoso.com"), Cloud.ObjectIdOf("bob@contoso.com")],
            run.OfKind("RoleAssignment")
                .Where(role => role.Name.StartsWith("grafana-admin-", StringComparison.Ordinal))
                .OrderBy(role => role.Name, StringComparer.Ordinal)
                .Select(role => role.Text("principalId")));
    }

    private static void AssertRole(StackResource role, string principalId, string? principalType, string roleId)
    {
        Assert.Equal(principalId, role.Text("principalId"));
        Assert.Equal(principalType, role.At("principalType")?.GetValue<string>());
        Assert.Equal(Cloud.RoleDefinitionId(roleId), role.Text("roleDefinitionId"));
    }
}
