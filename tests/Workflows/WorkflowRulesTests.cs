using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Tests.Workflows;

/// <summary>What holds for every workflow, whatever it does.</summary>
public sealed partial class WorkflowRulesTests
{
    private static readonly string[] _pullRequestTriggers = ["pull_request", "workflow_run", "issue_comment", "pull_request_review"];

    public static TheoryData<string> Names => WorkflowFile.Names;

    [Fact]
    public void Workflows_Together_AreTheSix() => Assert.Equal(
        ["comment.yml", "deploy.yml", "destroy.yml", "preview.yml", "pull-request.yml", "release.yml"],
        WorkflowFile.All.Select(workflow => workflow.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Actions_Always_ArePinnedByDigestWithTheirVersion(string name)
    {
        var lines = WorkflowFile.Named(name).Text.Split('\n').Where(line => Uses().IsMatch(line)).ToList();

        Assert.Equal(WorkflowFile.Named(name).Steps.Count(step => WorkflowFile.Find(step, "uses") is not null), lines.Count);
        Assert.All(lines, line => Assert.Matches(@"^ +uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v[0-9]+(\.[0-9]+){1,2}$", line));
    }

    [Fact]
    public void Actions_InAllWorkflows_HaveOneVersionEach()
    {
        var actions = WorkflowFile.All
            .SelectMany(workflow => workflow.Text.Split('\n'))
            .Select(line => Uses().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["reference"].Value)
            .Distinct()
            .GroupBy(reference => reference.Split('@')[0]);

        Assert.All(actions, versions => Assert.Single(versions));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Permissions_OfTheWorkflow_AreNone(string name) =>
        Assert.Empty(((YamlMappingNode)WorkflowFile.Named(name).Root["permissions"]).Children);

    [Theory]
    [MemberData(nameof(Names))]
    public void Permissions_OfEveryJob_AreListed(string name) => Assert.All(
        WorkflowFile.Named(name).Jobs,
        job => Assert.IsType<YamlMappingNode>(WorkflowFile.Find(job.Node, "permissions")));

    [Theory]
    [MemberData(nameof(Names))]
    public void Permissions_ToWrite_AreThoseForTheSignInTheCommentAndTheRelease(string name) => Assert.All(
        WorkflowFile.Named(name).Jobs.SelectMany(job => job.Permissions).Where(permission => !permission.EndsWith(": read", StringComparison.Ordinal)),
        permission => Assert.Contains(permission, name switch
        {
            "comment.yml" => (string[])["pull-requests: write"],
            "release.yml" => ["attestations: write", "contents: write", "id-token: write", "packages: write"],
            _ => ["id-token: write"],
        }));

    [Theory]
    [MemberData(nameof(Names))]
    public void Triggers_Never_IncludePullRequestTarget(string name) =>
        Assert.DoesNotContain("pull_request_target", WorkflowFile.Named(name).Triggers);

    [Theory]
    [MemberData(nameof(Names))]
    public void SignInToAzure_OnAPullRequest_IsGuardedAgainstForks(string name)
    {
        var workflow = WorkflowFile.Named(name);
        var jobs = workflow.Triggers.Intersect(_pullRequestTriggers).Any()
            ? workflow.Jobs.Where(job => job.Permissions.Contains("id-token: write"))
            : [];

        Assert.All(jobs, job =>
        {
            Assert.StartsWith("${{ github.event.pull_request.head.repo.full_name == github.repository && ", Line(job.If), StringComparison.Ordinal);
            Assert.DoesNotContain("||", job.If, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Secrets_Never_AreUsed(string name) =>
        Assert.DoesNotContain("secrets.", WorkflowFile.Named(name).Text, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Scripts_Always_GetValuesThroughTheEnvironment(string name) => Assert.All(
        WorkflowFile.Named(name).Scripts,
        script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Jobs_Always_HaveATimeout(string name) => Assert.All(
        WorkflowFile.Named(name).Jobs,
        job => Assert.InRange(
            int.Parse(WorkflowFile.Find(job.Node, "timeout-minutes")?.ToString() ?? "0", CultureInfo.InvariantCulture), 1, 180));

    [Theory]
    [MemberData(nameof(Names))]
    public void Concurrency_Always_HasAGroup(string name)
    {
        var root = WorkflowFile.Named(name).Root;

        Assert.Contains("${{", WorkflowFile.Find(root, "concurrency", "group")!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            name is "pull-request.yml" or "preview.yml" ? "true" : "false",
            WorkflowFile.Find(root, "concurrency", "cancel-in-progress")!.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Checkout_Always_LeavesNoTokenBehind(string name) => Assert.All(
        WorkflowFile.Named(name).Steps.Where(step => Uses(step, "actions/checkout")),
        step => Assert.Equal("false", WorkflowFile.Find(step, "with", "persist-credentials")?.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Scripts_Always_StopAtTheFirstErrorOfAPipe(string name) =>
        Assert.Equal("bash", WorkflowFile.Find(WorkflowFile.Named(name).Root, "defaults", "run", "shell")?.ToString());

    internal static bool Uses(YamlMappingNode step, string action) =>
        WorkflowFile.Find(step, "uses")?.ToString().StartsWith($"{action}@", StringComparison.OrdinalIgnoreCase) == true;

    private static string Line(string text) => text.ReplaceLineEndings(" ");

    [GeneratedRegex(@"^\s*(- )?uses:\s*(?<reference>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Uses();
}
