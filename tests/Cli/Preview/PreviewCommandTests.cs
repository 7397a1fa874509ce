using System.Text.Json.Nodes;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Preview;

public sealed class PreviewCommandTests
{
    [Fact]
    public async Task Preview_OfTheDevStack_Succeeds()
    {
        var run = await CommandRun.OfAsync("preview");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.StartsWith("Stack dev\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WithoutATerminal_HasNoColourCodes()
    {
        var run = await CommandRun.OfAsync("preview");

        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Preview_Always_SaysOnceWhichSdkIsInUse()
    {
        var run = await CommandRun.OfAsync("preview");

        Assert.Single(run.Error.TrimEnd().Split('\n'), line => line.StartsWith("Pulumi SDK:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PreviewJson_Always_WritesNothingButJsonToStandardOutput()
    {
        var run = await CommandRun.OfAsync("preview", "--json");

        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal("dev", json["stack"]!.GetValue<string>());
    }

    [Fact]
    public async Task Preview_WithSeveralMistakes_ReportsAllAndShowsNothing()
    {
        var run = await CommandRun.OfAsync(
            "preview", "--config", "threshold=0", "--config", "minReplicaCount=11", "--config", "thresold=20");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal(
            ["threshold", "minReplicaCount", "thresold"],
            run.Error.TrimEnd().Split('\n').Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Preview_OfAMissingStack_NamesTheFileAndTheStacksThereAre()
    {
        var run = await CommandRun.OfAsync("preview", "--stack", "nope");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("Pulumi.nope.yaml", run.Error, StringComparison.Ordinal);
        Assert.Contains("dev", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WithAnUnknownOption_FailsAndNamesIt()
    {
        var run = await CommandRun.OfAsync("preview", "--bogus");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("--bogus", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_ToAFile_WritesWhatItWouldPrint()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("preview.json");

        var toFile = await CommandRun.OfAsync("preview", "--json", "--output", file);
        var printed = await CommandRun.OfAsync("preview", "--json");

        Assert.Empty(toFile.Output);
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Preview_ToAFileThatCannotBeWritten_SaysSo()
    {
        using var directory = new TemporaryDirectory();

        var run = await CommandRun.OfAsync("preview", "--output", directory.Combine("missing", "preview.txt"));

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("--output: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_WithAnOverride_PreviewsTheOverride()
    {
        var run = await CommandRun.OfAsync("preview", "--config", "threshold=12.5", "--config", "kedaInstallation=addon");

        Assert.Contains("threshold: 12.5\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("KEDA add-on: true\n", run.Output, StringComparison.Ordinal);
    }
}
