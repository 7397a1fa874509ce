using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Tests.Workflows;

/// <summary>What each workflow is for, and what it must not do for that.</summary>
public sealed partial class WorkflowJobsTests
{
    private static readonly string[] _readOnly = ["contents: read"];

    [Fact]
    public void PullRequest_Always_RunsForForksWithAReadOnlyToken()
    {
        var workflow = WorkflowFile.Named("pull-request.yml");

        Assert.Equal(["pull_request"], workflow.Triggers);
        Assert.All(workflow.Jobs, job => Assert.Equal(_readOnly, job.Permissions));
        Assert.All(workflow.Jobs, job => Assert.Empty(job.If));
    }

    [Fact]
    public void PullRequest_Always_HandsItsCommentOver()
    {
        var upload = Assert.Single(WorkflowFile.Named("pull-request.yml").Steps, step => WorkflowRulesTests.Uses(step, "actions/upload-artifact"));

        Assert.Equal("comment", WorkflowFile.Find(upload, "with", "name")!.ToString());
        Assert.Equal("${{ !cancelled() }}", WorkflowFile.Find(upload, "if")!.ToString());
    }

    [Fact]
    public void Comment_Always_RunsNothingOfThePullRequest()
    {
        var workflow = WorkflowFile.Named("comment.yml");

        Assert.Equal(["workflow_run"], workflow.Triggers);
        Assert.DoesNotContain(workflow.Steps, step => WorkflowFile.Find(step, "uses") is not null);
        Assert.All(workflow.Scripts, script =>
        {
            Assert.DoesNotContain("git ", script, StringComparison.Ordinal);
            Assert.DoesNotContain("./", script, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Comment_FollowsWorkflows_ThatExist()
    {
        var followed = (YamlDotNet.RepresentationModel.YamlSequenceNode)WorkflowFile.Find(
            WorkflowFile.Named("comment.yml").Root, "on", "workflow_run", "workflows")!;

        Assert.Equal(
            [WorkflowFile.Named("pull-request.yml").Root["name"], WorkflowFile.Named("preview.yml").Root["name"]],
            followed.Children);
    }

    [Theory]
    [InlineData("deploy.yml", "deploy")]
    [InlineData("destroy.yml", "destroy")]
    public void Changes_OfTheStack_NeedTheEnvironmentAndMain(string name, string jobName)
    {
        var job = Assert.Single(WorkflowFile.Named(name).Jobs, job => job.Permissions.Contains("id-token: write"));

        Assert.Equal(jobName, job.Name);
        Assert.Equal("deploy", WorkflowFile.Find(job.Node, "environment")!.ToString());
        Assert.StartsWith("${{ github.ref == 'refs/heads/main' && ", job.If, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_OfOneStack_WaitForEachOther() => Assert.Equal(
        WorkflowFile.Find(WorkflowFile.Named("deploy.yml").Root, "concurrency"),
        WorkflowFile.Find(WorkflowFile.Named("destroy.yml").Root, "concurrency"));

    [Fact]
    public void Destroy_Always_IsStartedByHandWithTheStacksName()
    {
        var workflow = WorkflowFile.Named("destroy.yml");

        Assert.Equal(["workflow_dispatch"], workflow.Triggers);
        Assert.Equal("true", WorkflowFile.Find(workflow.Root, "on", "workflow_dispatch", "inputs", "confirm", "required")!.ToString());
        Assert.Equal("confirm", WorkflowFile.Find(workflow.Root, "jobs", "destroy", "needs")!.ToString());
    }

    [Fact]
    public void Preview_Never_IsInTheGroupOfDeployments() => Assert.DoesNotContain(
        "stack-",
        WorkflowFile.Find(WorkflowFile.Named("preview.yml").Root, "concurrency", "group")!.ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void Preview_Never_ChangesTheStack() => Assert.All(
        WorkflowFile.Named("preview.yml").Scripts,
        script => Assert.DoesNotMatch(@"pulumi (up|destroy|refresh|import|state)\b", script));

    /// <summary>Every job that runs the program with credentials: the stand-ins would fail late, or not at all.</summary>
    [Theory]
    [InlineData("deploy.yml")]
    [InlineData("preview.yml")]
    public void PulumiProgram_WithCredentials_HasTheOfficialPackagesOrFailsFirst(string name)
    {
        var job = Assert.Single(WorkflowFile.Named(name).Jobs, RunsTheProgram);
        var steps = job.Steps.ToList();

        Assert.Equal("official", WorkflowFile.Find(job.Node, "env", "PulumiSdk")?.ToString());
        var restore = steps.FindIndex(step => Script(step) == "dotnet restore infra");
        Assert.NotEqual(-1, restore);
        Assert.All(
            steps.Take(restore),
            step => Assert.True(WorkflowRulesTests.Uses(step, "actions/checkout") || WorkflowRulesTests.Uses(step, "actions/setup-dotnet")));
    }

    [Fact]
    public void PulumiProgram_InOtherWorkflows_DoesNotRun() => Assert.Equal(
        ["deploy.yml", "preview.yml"],
        WorkflowFile.All.Where(workflow => workflow.Jobs.Any(RunsTheProgram)).Select(workflow => workflow.Name));

    private static bool RunsTheProgram(WorkflowJob job) => job.Steps.Any(step => PulumiProgram().IsMatch(Script(step)));

    private static string Script(YamlNode step) => WorkflowFile.Find(step, "run")?.ToString() ?? "";

    // Destroying does not run it (pulumi destroy --run-program, which is off).
    [GeneratedRegex(@"\bpulumi (up|preview|refresh|import)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PulumiProgram();
}
