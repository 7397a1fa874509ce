using System.Collections.Immutable;
using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Running;
using Moq;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Identity;

public sealed class AdminsTests
{
    private const string GrafanaAdmin = "22926164-76b3-42b3-bc55-97df8dab3e41";
    private const string Lookup = "azuread:index/getUsers:getUsers";
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
        var call = Assert.Single((await Stacks.Entra).Calls, call => call.Token == Lookup);

        JsonAssert.Equal(
            """{ "ignoreMissing": true, "userPrincipalNames": ["alice@contoso.com"] }""", PropertyBag.ToJson(call.Args));
    }

    [Fact]
    public async Task UserPrincipalName_UnknownToEntra_FailsWithOneSentence()
    {
        var mocks = AzureMocks.Update();
        mocks.Setup(mock => mock.CallAsync(It.Is<MockCallArgs>(call => call.Token == Lookup)))
            .ReturnsAsync(ImmutableDictionary<string, object>.Empty.Add("objectIds", ImmutableArray<object>.Empty));

        var said = new List<string>();
        await Assert.ThrowsAnyAsync<Exception>(() => StackRun.RunAsync(Stacks.EntraSettings, "dev", mocks, isPreview: false, said.Add));

        Assert.Equal(
            "admins: Entra ID knows no user \"alice@contoso.com\" in the tenant that you are signed in to; "
            + "write the user principal name as `az ad user list` prints it, or an object id",
            Assert.Single(said));
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
