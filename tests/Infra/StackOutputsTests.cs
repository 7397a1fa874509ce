using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra;

public sealed class StackOutputsTests
{
    [Fact]
    public async Task Outputs_ByDefault_AreComplete()
    {
        var outputs = (await Stacks.Helm).Outputs;

        Assert.Equal(
            [
                "clusterId", "clusterName", "deployed", "grafanaUrl", "kedaClientId", "kubeconfig", "namespace", "nextSteps", "oidcIssuer",
                "queryEndpoint", "readme", "resourceGroup", "workspaceId",
            ],
            outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((Cloud.ClusterId, Cloud.WorkspaceId), (outputs["clusterId"].Value, outputs["workspaceId"].Value));
        Assert.Equal("kedastack-dev", outputs["clusterName"].Value);
        Assert.Equal("kedastack-dev", outputs["resourceGroup"].Value);
        Assert.Equal("keda-demo", outputs["namespace"].Value);
        Assert.Equal(Cloud.GrafanaUrl, outputs["grafanaUrl"].Value);
        Assert.Equal(Cloud.OidcIssuer, outputs["oidcIssuer"].Value);
        Assert.Equal(Cloud.QueryEndpoint, outputs["queryEndpoint"].Value);
    }

    [Fact]
    public async Task Outputs_WithoutGrafana_LackItsAddressAndNothingElse()
    {
        var with = (await Stacks.Helm).Outputs.Keys;
        var without = (await Stacks.WithoutGrafana).Outputs.Keys;

        Assert.Equal(["grafanaUrl"], with.Except(without));
        Assert.Empty(without.Except(with));
    }

    [Fact]
    public async Task KedaClientId_InEveryStack_IsTheClientIdAndNotThePrincipalId() => Assert.All(
        await Stacks.AllAsync(), run => Assert.Equal(Cloud.KedaClientId, run.Outputs["kedaClientId"].Value));

    [Fact]
    public async Task Kubeconfig_InEveryStack_IsTheOnlySecret() => Assert.All(
        await Stacks.AllAsync(),
        run => Assert.Equal("kubeconfig", Assert.Single(run.Outputs, output => output.Value.IsSecret).Key));

    [Fact]
    public async Task Kubeconfig_InEveryStack_IsTheProviders() => Assert.All(
        await Stacks.AllAsync(),
        run => Assert.Equal(run["kubernetes kubernetes"].Text("kubeconfig"), run.Outputs["kubeconfig"].Value));

    [Fact]
    public async Task NextSteps_WithoutGrafana_AreTheLiteralCommands() => Assert.Equal(
        """
        az aks get-credentials --resource-group kedastack-dev --name kedastack-dev
        kubectl get hpa --namespace keda-demo --watch
        kubectl scale deployment load-generator --namespace keda-demo --replicas 5
        """,
        (await Stacks.WithoutGrafana).Outputs["nextSteps"].Value);

    [Fact]
    public async Task NextSteps_WithGrafana_ImportTheRenderedDashboardAsWell()
    {
        var run = await Stacks.Helm;
        const string File = "manifests/monitoring/autoscaler-dashboard.json";

        Assert.Equal(
            $"""
            {(await Stacks.WithoutGrafana).Outputs["nextSteps"].Value}
            az grafana dashboard import --name {run["Grafana grafana"].Text("workspaceName")} --resource-group kedastack-dev --definition {File}
            """,
            run.Outputs["nextSteps"].Value);
        Assert.True(System.IO.File.Exists(RepositoryRoot.PathOf(File)));
    }

    [Fact]
    public async Task NextSteps_WithEntra_ConvertTheKubeconfigForKubelogin() => Assert.StartsWith(
        """
        az aks get-credentials --resource-group kedastack-dev --name kedastack-dev
        kubelogin convert-kubeconfig --login azurecli
        kubectl get hpa --namespace keda-demo --watch

        """,
        (await Stacks.Entra).Outputs["nextSteps"].Value);

    [Fact]
    public async Task NextSteps_InEveryStack_NameADeploymentThatExists()
    {
        var run = await Stacks.Helm;

        Assert.Contains(
            $"kubectl scale deployment {run["Deployment load-generator"].Text("metadata.name")} ", run.Outputs["nextSteps"].Value);
    }

    [Fact]
    public async Task Readme_OfEveryStack_IsTheCheckedInFile() =>
        Assert.Equal(RepositoryRoot.Read("Pulumi.README.md"), (await Stacks.Helm).Outputs["readme"].Value);

    [Fact]
    public async Task Readme_OfADefaultStack_MentionsOnlyOutputsThatThereAre()
    {
        var run = await Stacks.Helm;
        var mentioned = System.Text.RegularExpressions.Regex.Matches(run.Outputs["readme"].Value!, @"\$\{outputs\.(\w+)\}");

        Assert.NotEmpty(mentioned);
        Assert.All(mentioned, match => Assert.Contains(match.Groups[1].Value, run.Outputs.Keys));
    }
}
