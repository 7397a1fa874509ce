using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra;

/// <summary>docs/troubleshooting.md quotes the program as it speaks.</summary>
public sealed class TroubleshootingGuideTests
{
    private static readonly string _guide = RepositoryRoot.Read("docs/troubleshooting.md");

    /// <summary>What the program itself says, and the signs by which its hooks know what to wait for.</summary>
    [Theory]
    [InlineData("infra/RequiredPulumi.cs", "This program needs the Pulumi CLI ")]
    [InlineData("sdks/Pulumi/Deployments/Deployment.cs", "This program was built with stand-ins for the Pulumi packages")]
    [InlineData("infra/Program.cs", "The settings cannot be used:")]
    [InlineData("infra/Cluster/ClusterCredentials.cs", "The kubeconfig that Azure lists for the cluster ")]
    [InlineData("infra/Identity/Admins.cs", "admins: Entra ID knows no user ")]
    [InlineData("infra/Hooks/RetryOnError.cs", "gave up after ")]
    [InlineData("infra/Hooks/RetryOnError.cs", " of waiting for")]
    [InlineData("infra/Hooks/DeploymentHooks.cs", "no matches for kind")]
    [InlineData("infra/Hooks/DeploymentHooks.cs", "PrincipalNotFound")]
    [InlineData("infra/Hooks/DeploymentHooks.cs", "Status=409")]
    [InlineData("infra/Hooks/DeploymentHooks.cs", "forbidden")]
    public void Guide_Always_QuotesTheProgram(string source, string words)
    {
        Assert.Contains(words, RepositoryRoot.Read(source), StringComparison.Ordinal);
        Assert.Contains(words, _guide, StringComparison.Ordinal);
    }
}
