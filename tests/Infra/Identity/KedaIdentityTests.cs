using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Identity;

public sealed class KedaIdentityTests
{
    [Fact]
    public async Task Identity_ByDefault_IsThis() => JsonAssert.Equal(
        """
        {
          "resourceGroupName": "kedastack-dev",
          "resourceName": "kedastack-dev-keda",
          "location": "eastus",
          "tags": { "project": "kedastack", "stack": "dev" }
        }
        """,
        (await Stacks.Helm)["UserAssignedIdentity keda-identity"].Inputs);

    [Fact]
    public async Task Credential_ByDefault_IsThis() => JsonAssert.Equal(
        $$"""
        {
          "resourceGroupName": "kedastack-dev",
          "resourceName": "kedastack-dev-keda",
          "federatedIdentityCredentialResourceName": "keda-operator",
          "issuer": "{{Cloud.OidcIssuer}}",
          "subject": "system:serviceaccount:keda:keda-operator",
          "audiences": [ "api://AzureADTokenExchange" ]
        }
        """,
        (await Stacks.Helm)["FederatedIdentityCredential keda-credential"].Inputs);

    [Fact]
    public async Task Issuer_InEveryStack_IsExactlyTheClustersWithItsTrailingSlash() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            var issuer = run["FederatedIdentityCredential keda-credential"].Text("issuer");
            Assert.Equal(Cloud.OidcIssuer, issuer);
            Assert.EndsWith("/", issuer, StringComparison.Ordinal);
        });

    [Fact]
    public async Task Subject_WithHelm_IsTheAccountOfTheChartInTheReleasesNamespace()
    {
        var run = await StackRun.UpdateAsync(
            Stacks.Defaults with { Keda = Stacks.Defaults.Keda with { Namespace = "keda-system" } });

        Assert.Equal(
            $"system:serviceaccount:{run["Release keda"].Text("namespace")}:keda-operator",
            run["FederatedIdentityCredential keda-credential"].Text("subject"));
        Assert.Equal("keda-system", run["Release keda"].Text("namespace"));
    }

    [Fact]
    public async Task Subject_WithAddOn_IsTheAccountOfTheAddOnInKubeSystem() => Assert.Equal(
        "system:serviceaccount:kube-system:keda-operator",
        (await Stacks.AddOn)["FederatedIdentityCredential keda-credential"].Text("subject"));

    [Fact]
    public async Task Credential_InEveryStack_IsOnTheIdentityThatKedaSignsInAs() => Assert.All(
        await Stacks.AllAsync(),
        run =>
        {
            Assert.Equal(
                run["UserAssignedIdentity keda-identity"].Text("resourceName"),
                run["FederatedIdentityCredential keda-credential"].Text("resourceName"));
            Assert.Equal(
                Cloud.KedaClientId, run["TriggerAuthentication keda-authentication"].Text("spec.podIdentity.identityId"));
        });

    [Fact]
    public async Task Role_ByDefault_LetsKedaReadTheWorkspace()
    {
        var role = (await Stacks.Helm)["RoleAssignment keda-monitoring-data-reader"];

        Assert.Equal(Cloud.KedaPrincipalId, role.Text("principalId"));
        Assert.Equal(Cloud.WorkspaceId, role.Text("scope"));
        Assert.Equal(
            Cloud.RoleDefinitionId("b0d8363b-8ddd-447d-831f-62ca05bff136"), role.Text("roleDefinitionId"));
    }

    [Fact]
    public async Task Role_InEveryStack_IsOnTheVeryWorkspaceThatKedaQueries()
    {
        foreach (var run in await Stacks.AllAsync())
        {
            var workspace = run["AzureMonitorWorkspace workspace"];
            Assert.EndsWith(
                $"/providers/Microsoft.Monitor/accounts/{workspace.Text("azureMonitorWorkspaceName")}",
                run["RoleAssignment keda-monitoring-data-reader"].Text("scope"),
                StringComparison.Ordinal);
            Assert.Equal(
                Cloud.QueryEndpoint, run["ScaledObject scaled-object"].Text("spec.triggers[0].metadata.serverAddress"));
        }
    }
}
