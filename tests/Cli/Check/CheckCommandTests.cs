using System.Text.Json.Nodes;
using KedaStack.Checks.Reports;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Check;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task Check_OfBadSettings_ExitsWith1()
    {
        var run = await CommandRun.OfAsync("check", "--config", "threshold=0");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("warning")]
    public async Task Check_OfErrorsOrWarningsOnly_LeavesInformationOut(string severity)
    {
        var run = await CommandRun.OfAsync("check", "--severity", severity);

        Assert.Single(run.Output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("preview")]
    public async Task Command_WithASuppressionOfNoCheck_SaysSo(string command)
    {
        var run = await CommandRun.OfAsync(command, "--config", """suppressedChecks=["cooldown=set for later"]""");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Equal("suppressedChecks: names no check (got \"cooldown\"); docs/checks.md lists the ids\n", run.Error);
    }

    [Fact]
    public async Task Preview_ToAFile_HasTheFindingsToo()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("preview.txt");

        var toFile = await CommandRun.OfAsync("preview", "--output", file, "--config", "minReplicaCount=0");
        var printed = await CommandRun.OfAsync("preview", "--config", "minReplicaCount=0");

        Assert.Equal(ExitCodes.CheckFailed, toFile.ExitCode);
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task PreviewMarkdown_OfAStackWithAnError_IsAPreviewAndNothingElse()
    {
        var run = await CommandRun.OfAsync("preview", "--markdown", "--config", "minReplicaCount=0");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.DoesNotContain("scale-from-zero", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PreviewJson_OfAStackWithAnError_IsAPreviewAndNothingElse()
    {
        var run = await CommandRun.OfAsync("preview", "--json", "--config", "minReplicaCount=0");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Equal(["stack", "resources", "outputs"], JsonNode.Parse(run.Output)!.AsObject().Select(entry => entry.Key));
    }

    [Fact]
    public async Task CheckWriteDocs_Always_WritesThePage()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.Combine("docs"));

        var run = await CommandRun.InAsync(directory.Path, "check", "--write-docs");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Equal(CheckDocs.Write(), await File.ReadAllTextAsync(directory.Combine(CheckDocs.Path)));
    }
}

