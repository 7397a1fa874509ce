using KedaStack.Tests.Infra.Running;
using Moq;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra;

/// <summary>What is made, and gone, before what.</summary>
public sealed class DependencyTests
{
    [Fact]
    public async Task TriggerAuthentication_WithHelm_WaitsForReleaseCredentialAndRole() => Assert.Equal(
        ["FederatedIdentityCredential keda-credential", "Release keda", "RoleAssignment keda-monitoring-data-reader"],
        (await Stacks.Helm)["TriggerAuthentication keda-authentication"].DependsOn);

    [Fact]
    public async Task ScaledObject_WithHelm_WaitsForTheSameAndForAuthenticationAndTarget() => Assert.Equal(
        [
            "Deployment sample-app",
            "FederatedIdentityCredential keda-credential",
            "Release keda",
            "RoleAssignment keda-monitoring-data-reader",
            "TriggerAuthentication keda-authentication",
        ],
        (await Stacks.Helm)["ScaledObject scaled-object"].DependsOn);

    [Fact]
    public async Task CustomResourcesOfKeda_WithAddOn_WaitForCredentialAndRole()
    {
        var run = await Stacks.AddOn;

        Assert.Equal(
            ["FederatedIdentityCredential keda-credential", "RoleAssignment keda-monitoring-data-reader"],
            run["TriggerAuthentication keda-authentication"].DependsOn);
        Assert.Equal(
            [
                "Deployment sample-app",
                "FederatedIdentityCredential keda-credential",
                "RoleAssignment keda-monitoring-data-reader",
                "TriggerAuthentication keda-authentication",
            ],
            run["ScaledObject scaled-object"].DependsOn);
    }

    [Fact]
    public async Task Provider_WithEntra_WaitsForTheAdminsRoles() => Assert.Equal(
        [$"RoleAssignment aks-admin-{Stacks.AdminGroup}", "RoleAssignment aks-admin-alice@contoso.com"],
        (await Stacks.Entra)["kubernetes kubernetes"].DependsOn);

    [Fact]
    public async Task EveryDeployment_InEveryStack_WaitsForItsScript() => Assert.All(
        (await Stacks.AllAsync()).SelectMany(run => run.OfKind("Deployment")),
        deployment => Assert.Equal([$"ConfigMap {deployment.Name}"], deployment.DependsOn));

    [Fact]
    public async Task AzurePieces_ThatDoNotNeedTheCluster_AreMadeWhileItIs()
    {
        var others = new HashSet<string>
        {
            "workspace", "data-collection-endpoint", "data-collection-rule", "grafana-admin-deployer",
            "grafana-monitoring-data-reader", "keda-monitoring-data-reader",
        };
        var othersMade = new TaskCompletionSource();
        var answers = AzureMocks.Update().Object;
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>())).Returns<MockCallArgs>(answers.CallAsync);
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).Returns<MockResourceArgs>(async args =>
        {
            lock (others)
            {
                if (others.Remove(args.Name!) && others.Count == 0)
                {
                    othersMade.SetResult();
                }
            }

            if (args.Name == "aks")
            {
                // Ends in vain, and fails the test, when one of the others waits for the cluster.
                await othersMade.Task.WaitAsync(TimeSpan.FromSeconds(30));
            }

            return await answers.NewResourceAsync(args);
        });

        await StackRun.RunAsync(Stacks.Defaults, "dev", mocks, isPreview: false);

        Assert.Empty(others);
    }
}
