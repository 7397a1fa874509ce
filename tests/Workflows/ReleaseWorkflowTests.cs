using System.Diagnostics;
using System.Runtime.Versioning;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Workflows;

/// <summary>release.yml: what is attached is built by one job, and signed by others that run none of its code.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReleaseWorkflowTests : IDisposable
{
    private static readonly WorkflowFile _workflow = WorkflowFile.Named("release.yml");

    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void Release_Always_IsMadeOfATag()
    {
        Assert.Equal(["push"], _workflow.Triggers);
        Assert.Equal("v*", WorkflowFile.Find(_workflow.Root, "on", "push", "tags")![0].ToString());
        Assert.Null(WorkflowFile.Find(_workflow.Root, "on", "push", "branches"));
    }

    /// <summary>Every job that builds fails without the official packages: at the restore, and again where something is made.</summary>
    [Fact]
    public void Build_Always_HasTheOfficialPackagesOrFails()
    {
        var builds = _workflow.Jobs.Where(job => Scripts(job).Any(script => script.Contains("dotnet publish", StringComparison.Ordinal))).ToList();

        Assert.Equal(["build", "image"], builds.Select(job => job.Name));
        Assert.All(builds, job =>
        {
            Assert.Equal("official", WorkflowFile.Find(job.Node, "env", "PulumiSdk")?.ToString());
            Assert.Equal("true", WorkflowFile.Find(job.Node, "env", "KedaStackRelease")?.ToString());
        });
        Assert.Contains(Scripts(builds[0]), script => script.Contains("grep -q '^Pulumi SDK: the official packages'", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_BeforeAnythingIsAttached_RunsTheWholeSuiteWithATokenThatReads()
    {
        var build = _workflow.Jobs.Single(job => job.Name == "build");

        Assert.Equal(["contents: read"], build.Permissions);
        Assert.Contains(".ci/run", Scripts(build));
        Assert.All(_workflow.Jobs.Where(job => job != build), job => Assert.Contains(
            WorkflowFile.Find(job.Node, "needs")!.ToString(), (string[])["build", "release"]));
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    [InlineData("osx-arm64")]
    [InlineData("win-x64")]
    public void Release_Always_HasAProgramForTheSystemThatTheActionAsksFor(string rid)
    {
        Assert.Contains(_workflow.Scripts, script =>
            script.Contains("kedastack-$rid.tar.gz", StringComparison.Ordinal) && script.Contains($" {rid}", StringComparison.Ordinal));
        Assert.Contains($"name=kedastack-{rid} ;;", RepositoryRoot.Read("action.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Release_Always_IsSignedBeforeItIsMade()
    {
        var steps = _workflow.Jobs.Single(job => job.Name == "release").Steps.ToList();
        var attest = steps.FindIndex(step => WorkflowRulesTests.Uses(step, "actions/attest-build-provenance"));
        var make = steps.FindIndex(step => WorkflowFile.Find(step, "run")?.ToString().Contains("gh release create", StringComparison.Ordinal) == true);

        Assert.InRange(attest, 0, make - 1);
        Assert.DoesNotContain(steps, step => WorkflowRulesTests.Uses(step, "actions/checkout"));
    }

    [Theory]
    [InlineData("v1.2.3", "## 1.2.3\n\nNew.\n\n## 1.2.2\n\nOld.\n", 0)]
    [InlineData("v1.2.4", "## 1.2.3\n\nNew.\n", 1)]
    [InlineData("v1.2.3", "## 1.2.2\n\nOld.\n", 1)]
    [InlineData("v1.2.3", "## 1.2.3\n\n## 1.2.2\n\nOld.\n", 1)]
    public void Tag_ThatIsNotTheVersionWithItsNotes_EndsTheRelease(string tag, string changelog, int exitCode)
    {
        File.WriteAllText(_directory.Combine("dotnet"), "#!/bin/sh\necho 1.2.3\n");
        File.SetUnixFileMode(_directory.Combine("dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(_directory.Combine("CHANGELOG.md"), $"# Changelog\n\n{changelog}");

        Assert.Equal(exitCode, Run(_workflow.Scripts.Single(script => script.Contains("CHANGELOG.md", StringComparison.Ordinal)), tag));

        if (exitCode == 0)
        {
            Assert.Equal("New.", File.ReadAllText(_directory.Combine("artifacts/release/notes.md")).Trim());
        }
    }

    public void Dispose() => _directory.Dispose();

    private static IEnumerable<string> Scripts(WorkflowJob job) =>
        job.Steps.Select(step => WorkflowFile.Find(step, "run")?.ToString()).OfType<string>();

    private int Run(string script, string tag)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        {
            WorkingDirectory = _directory.Path,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{_directory.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["GITHUB_REF_NAME"] = tag;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
