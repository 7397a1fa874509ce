using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using KedaStack.Tests.Shared;
using YamlDotNet.RepresentationModel;

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
        var attest = steps.FindIndex(IsAttestation);
        var make = steps.FindIndex(step => WorkflowFile.Find(step, "run")?.ToString().Contains("gh release create", StringComparison.Ordinal) == true);

        Assert.InRange(attest, 0, make - 1);
        Assert.DoesNotContain(steps, step => WorkflowRulesTests.Uses(step, "actions/checkout"));
    }

    /// <summary>What actions/attest-build-provenance documents: two permissions, files or else a digest with a name, and nothing besides.</summary>
    [Fact]
    public void Provenance_OfEveryJobThatSigns_HasThePermissionsAndInputsThatTheActionAsksFor()
    {
        var signing = _workflow.Jobs.Select(job => (Job: job, Steps: job.Steps.Where(IsAttestation).ToList())).Where(one => one.Steps.Count > 0).ToList();

        Assert.Equal(["release", "image"], signing.Select(one => one.Job.Name));
        Assert.All(signing, one => Assert.Superset(new HashSet<string> { "id-token: write", "attestations: write" }, one.Job.Permissions.ToHashSet()));
        Assert.Equal(
            ["subject-path", "subject-digest, subject-name"],
            signing.Select(one => string.Join(", ", ((YamlMappingNode)WorkflowFile.Find(Assert.Single(one.Steps), "with")!).Children.Select(input => input.Key.ToString()).Order(StringComparer.Ordinal))));
    }

    /// <summary>All that is attached is signed, but for the sums, which are of the signed files.</summary>
    [Fact]
    public void Provenance_OfTheRelease_IsOfEveryFileThatIsAttached()
    {
        var job = _workflow.Jobs.Single(job => job.Name == "release");
        var signed = WorkflowFile.Find(job.Steps.Single(IsAttestation), "with", "subject-path")!.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var make = Scripts(job).Single(script => script.Contains("gh release create", StringComparison.Ordinal));

        Assert.Equal(["release/*.nupkg", "release/*.tar.gz"], signed);
        Assert.EndsWith($"{string.Join(' ', signed)} release/SHA256SUMS", make.TrimEnd(), StringComparison.Ordinal);
    }

    /// <summary>The image of both architectures is one index: its digest is that of its text, under the name that was pushed.</summary>
    [Fact]
    public void Provenance_OfTheImage_IsOfTheIndexThatWasPushed()
    {
        const string Index = """{"schemaVersion":2,"manifests":[{"platform":{"architecture":"amd64"}},{"platform":{"architecture":"arm64"}}]}""";
        var steps = _workflow.Jobs.Single(job => job.Name == "image").Steps.ToList();
        var push = steps.Single(step => WorkflowFile.Find(step, "id")?.ToString() == "image");
        var attest = steps.Single(IsAttestation);
        Fake("dotnet", $"echo \"$@\" >arguments\necho '{Index}'\n");

        Assert.Equal(0, Run(WorkflowFile.Find(push, "run")!.ToString(), "v1.2.3"));

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Index)));
        Assert.Equal(
            ["name=ghcr.io/somebody/kedastack", $"digest=sha256:{digest}"],
            File.ReadAllLines(_directory.Combine("output")));
        Assert.Contains("-p:ContainerRegistry=ghcr.io -p:ContainerRepository=somebody/kedastack ", File.ReadAllText(_directory.Combine("arguments")), StringComparison.Ordinal);
        Assert.Equal(
            ("${{ steps.image.outputs.name }}", "${{ steps.image.outputs.digest }}"),
            (WorkflowFile.Find(attest, "with", "subject-name")?.ToString(), WorkflowFile.Find(attest, "with", "subject-digest")?.ToString()));
        Assert.True(steps.IndexOf(push) < steps.IndexOf(attest));
    }

    [Theory]
    [InlineData("v1.2.3", "## 1.2.3\n\nNew.\n\n## 1.2.2\n\nOld.\n", 0)]
    [InlineData("v1.2.4", "## 1.2.3\n\nNew.\n", 1)]
    [InlineData("v1.2.3", "## 1.2.2\n\nOld.\n", 1)]
    [InlineData("v1.2.3", "## 1.2.3\n\n## 1.2.2\n\nOld.\n", 1)]
    public void Tag_ThatIsNotTheVersionWithItsNotes_EndsTheRelease(string tag, string changelog, int exitCode)
    {
        Fake("dotnet", "echo 1.2.3\n");
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

    private static bool IsAttestation(YamlMappingNode step) => WorkflowRulesTests.Uses(step, "actions/attest-build-provenance");

    private void Fake(string name, string script)
    {
        File.WriteAllText(_directory.Combine(name), $"#!/bin/sh\n{script}");
        File.SetUnixFileMode(_directory.Combine(name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private int Run(string script, string tag)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        {
            WorkingDirectory = _directory.Path,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{_directory.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["GITHUB_REF_NAME"] = tag;
        start.Environment["GITHUB_REPOSITORY"] = "Somebody/KedaStack";
        start.Environment["GITHUB_OUTPUT"] = _directory.Combine("output");
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
