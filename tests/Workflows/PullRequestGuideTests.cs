using System.Text.RegularExpressions;
using KedaStack.Infra.Identity;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Workflows;

/// <summary>docs/pull-requests.md says what the workflows need.</summary>
public sealed partial class PullRequestGuideTests
{
    private static readonly string _guide = RepositoryRoot.Read("docs/pull-requests.md");

    [Fact]
    public void Guide_Always_HasFiveSteps() => Assert.Equal(
        ["1", "2", "3", "4", "5"], Step().Matches(_guide).Select(match => match.Groups["number"].Value));

    [Fact]
    public void Guide_Always_SetsEveryVariableOfTheWorkflows()
    {
        var variables = WorkflowFile.All.SelectMany(workflow => Variable().Matches(workflow.Text))
            .Select(match => match.Groups["name"].Value)
            .Distinct();

        Assert.All(variables, variable => Assert.Contains($"gh variable set {variable} ", _guide, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("repo:$ORG/$REPO:pull_request")]
    [InlineData("repo:$ORG/$REPO:environment:deploy")]
    [InlineData("repo:$ORG@$ORG_ID/$REPO@$REPO_ID:pull_request")]
    [InlineData("repo:$ORG@$ORG_ID/$REPO@$REPO_ID:environment:deploy")]
    public void Guide_Always_HasBothFormsOfEverySubject(string subject) =>
        Assert.Contains($"\"{subject}\"", _guide, StringComparison.Ordinal);

    [Theory]
    [InlineData(AzureRoles.MonitoringDataReader)]
    [InlineData(AzureRoles.GrafanaAdmin)]
    [InlineData(AzureRoles.AksRbacClusterAdmin)]
    public void Guide_Always_LetsTheDeployerAssignTheStacksRoles(string role) =>
        Assert.Contains(role, _guide, StringComparison.Ordinal);

    [Fact]
    public void Guide_ForEveryWorkflow_SaysWhatItDoes() =>
        Assert.All(WorkflowFile.All, workflow => Assert.Contains($"`{workflow.Name}`", _guide, StringComparison.Ordinal));

    [GeneratedRegex(@"^## (?<number>[0-9])\. ", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"\bvars\.(?<name>[A-Z_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
