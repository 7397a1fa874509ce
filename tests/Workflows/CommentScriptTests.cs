using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.Versioning;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Workflows;

/// <summary>The script of comment.yml, with a <c>gh</c> that answers from files and writes down what it is asked to change.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CommentScriptTests : IDisposable
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";
    private const string Head = "<!-- kedastack:pull-request -->\n"
        + "<sub>[This run](https://example.test/runs/5) of 0123456789ab; the text is that of the pull request's own code.</sub>\n\n";

    private readonly TemporaryDirectory _directory = new();

    public CommentScriptTests()
    {
        var gh = _directory.Combine("gh");
        File.WriteAllText(gh, """
            #!/bin/sh
            here=$(dirname "$0")
            case "$*" in
                *--method*) echo "$2 $3 $4" >>"$here/changes"; cp body.md "$here/posted" ;;
                *artifacts?name=comment*) cat "$here/artifact-id" ;;
                */zip) cat "$here/source.zip" ;;
                *comments?per_page*) cat "$here/comments" ;;
                *repos/o/r/pulls/*) cat "$here/pull" ;;
                *) echo "unexpected: $*" >&2; exit 9 ;;
            esac

            """.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(gh, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Answer("artifact-id", "77");
        Answer("comments", "");
        Answer("pull", $"open {Sha} fork/r");
    }

    [Fact]
    public void Comment_TheFirstTime_IsCreated()
    {
        Artifact("12\n", "### Changes\n");

        Assert.Equal(0, Run().ExitCode);
        Assert.Equal(["--method POST repos/o/r/issues/12/comments"], Changes);
        Assert.Equal(Head + "### Changes\n", Posted);
    }

    [Fact]
    public void Comment_WhenThereIsOne_IsUpdated()
    {
        Artifact("12\n", "text");
        Answer("comments", "991\n992\n");

        Assert.Equal(0, Run().ExitCode);
        Assert.Equal(["--method PATCH repos/o/r/issues/comments/991"], Changes);
    }

    [Fact]
    public void Comment_OfPreview_HasAMarkerOfItsOwn()
    {
        Artifact("12\n", "text");

        Run(".github/workflows/preview.yml");

        Assert.StartsWith("<!-- kedastack:preview -->\n", Posted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open 0000000000000000000000000000000000000000 fork/r")]
    [InlineData($"closed {Sha} fork/r")]
    [InlineData($"open {Sha} somebody-else/r")]
    [InlineData($"open {Sha} ")]
    public void Comment_OfAnotherPullRequest_IsNotWritten(string pull)
    {
        Artifact("12\n", "text");
        Answer("pull", pull);

        Assert.Equal(0, Run().ExitCode);
        Assert.Empty(Changes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("12/comments")]
    [InlineData("../../12")]
    [InlineData("12 13")]
    [InlineData("12\n13")]
    [InlineData("-1")]
    [InlineData("$(id)")]
    [InlineData("1234567890")]
    [InlineData("\u0661\u0662")]
    public void Comment_WithoutANumber_Fails(string number)
    {
        Artifact(number, "text");

        Assert.NotEqual(0, Run().ExitCode);
        Assert.Empty(Changes);
    }

    [Fact]
    public void Comment_WithoutAnArtifact_IsLeftAlone()
    {
        Answer("artifact-id", "");

        Assert.Equal(0, Run().ExitCode);
        Assert.Empty(Changes);
    }

    [Theory]
    [InlineData("comment.yml")]
    [InlineData(".github/workflows/other.yml")]
    public void Comment_OfAnotherWorkflow_Fails(string workflow)
    {
        Artifact("12\n", "text");

        Assert.NotEqual(0, Run(workflow).ExitCode);
        Assert.Empty(Changes);
    }

    [Fact]
    public void Comment_WithMentionsAndMarkers_LosesThem()
    {
        Artifact("12\n", "@admins python@sha256:abc\n<!-- kedastack:preview -->\u0000");

        Run();

        Assert.Equal(Head + "@\u200badmins python@sha256:abc\n&lt;!-- kedastack:preview -->", Posted);
    }

    [Fact]
    public void Comment_ThatIsTooLong_IsCutToGitHubsLimit()
    {
        Artifact("12\n", string.Concat(Enumerable.Repeat("@\ud83d\ude00\n", 500_000)));

        Assert.Equal(0, Run().ExitCode);
        Assert.InRange(Posted.EnumerateRunes().Count(), 63_000, 65_536);
    }

    [Fact]
    public void Comment_WithPathsInTheArchive_WritesNoneOfThem()
    {
        using (var archive = new ZipArchive(File.Create(_directory.Combine("source.zip")), ZipArchiveMode.Create))
        {
            Entry(archive, "number", "12");
            Entry(archive, "comment.md", "text");
            Entry(archive, "../escaped", "x");
            Entry(archive, "/tmp/kedastack-escaped", "x");
        }

        Assert.Equal(0, Run().ExitCode);
        Assert.False(File.Exists(_directory.Combine("escaped")));
        Assert.False(File.Exists("/tmp/kedastack-escaped"));
    }

    public void Dispose() => _directory.Dispose();

    private string[] Changes => File.Exists(_directory.Combine("changes")) ? File.ReadAllLines(_directory.Combine("changes")) : [];

    private string Posted => File.ReadAllText(_directory.Combine("posted"));

    private void Answer(string name, string text) => File.WriteAllText(_directory.Combine(name), text);

    private void Artifact(string number, string comment)
    {
        using var archive = new ZipArchive(File.Create(_directory.Combine("source.zip")), ZipArchiveMode.Create);
        Entry(archive, "number", number);
        Entry(archive, "comment.md", comment);
    }

    private static void Entry(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }

    private (int ExitCode, string Error) Run(string workflow = ".github/workflows/pull-request.yml")
    {
        var temporary = Directory.CreateDirectory(_directory.Combine("runner")).FullName;
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", Assert.Single(WorkflowFile.Named("comment.yml").Scripts)])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{_directory.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["RUNNER_TEMP"] = temporary;
        start.Environment["REPOSITORY"] = "o/r";
        start.Environment["RUN"] = "5";
        start.Environment["RUN_URL"] = "https://example.test/runs/5";
        start.Environment["WORKFLOW"] = workflow;
        start.Environment["HEAD_SHA"] = Sha;
        start.Environment["HEAD_REPOSITORY"] = "fork/r";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error + output.Result);
    }
}
