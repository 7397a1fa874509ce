using System.Globalization;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Preview;
using KedaStack.Resources.Writing;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Preview;

/// <summary><c>kedastack preview --diff</c> and <c>--markdown</c>.</summary>
public sealed class PreviewDiffTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Earlier => _directory.Combine("earlier.json");

    [Fact]
    public async Task Diff_OfTheSameSettings_SaysNoChanges()
    {
        await StoreAsync();

        var run = await CommandRun.OfAsync("preview", "--diff", Earlier);

        Assert.Equal((ExitCodes.Success, "Stack dev: no changes.\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Diff_OfChangedSettings_ShowsJustThese()
    {
        await StoreAsync("--config", "alerts=false", "--config", "dashboard=false");

        var run = await CommandRun.OfAsync(
            "preview", "--diff", Earlier, "--config", "alerts=false", "--config", "dashboard=false",
            "--config", "maxReplicaCount=12", "--config", "nodeCountMin=1", "--config", "protect=true");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Equal(
            """
            Stack dev: 3 to change.

            ~ aks  azure-native:containerservice:ManagedCluster
                ~ agentPoolProfiles[0].count: 2 -> 1  (ignored: ignoreChanges)
                ~ agentPoolProfiles[0].minCount: 2 -> 1
                ~ options.protect: false -> true

            ~ scaled-object  kubernetes:keda.sh/v1alpha1:ScaledObject
                ~ spec.maxReplicaCount: 10 -> 12

            ~ workspace  azure-native:monitor:AzureMonitorWorkspace
                ~ options.protect: false -> true

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--markdown")]
    [InlineData("--diff")]
    public async Task Diff_InAnotherCultureAndOrder_IsTheSameByteForByte(string form)
    {
        await StoreAsync("--config", "kedaInstallation=addon", "--config", "grafana=false");
        string[] arguments = form == "--diff" ? ["preview", "--diff", Earlier] : ["preview", "--diff", Earlier, form];
        var expected = (await CommandRun.OfAsync(arguments)).Output;
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            for (var run = 0; run < 5; run++)
            {
                Assert.Equal(expected, (await CommandRun.OfAsync(arguments)).Output);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Diff_OfAMissingFile_SaysHowToWriteOne()
    {
        var run = await CommandRun.OfAsync("preview", "--diff", Earlier);

        Assert.Equal(
            (ExitCodes.Failure, "", $"--diff: {Earlier} is not there; write one with: kedastack preview --stack dev --json --output <file>\n"),
            (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("Stack dev", "is not JSON (line 1)")]
    [InlineData("{\"stack\":\"dev\"}", "is not a preview as this version writes it: resources is missing")]
    [InlineData("{\"stack\":\"prod\",\"resources\":[],\"outputs\":{}}", "is a preview of stack prod, and this is stack dev")]
    public async Task Diff_OfAnotherFile_SaysWhatIsWrong(string text, string expected)
    {
        await File.WriteAllTextAsync(Earlier, text);

        var run = await CommandRun.OfAsync("preview", "--diff", Earlier);

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"--diff: {Earlier} {expected}; ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_OfADirectory_SaysThatItCannotBeRead()
    {
        var run = await CommandRun.OfAsync("preview", "--diff", _directory.Path);

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"--diff: {_directory.Path} cannot be read (", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_AsJsonAndMarkdown_IsRefused()
    {
        var run = await CommandRun.OfAsync("preview", "--json", "--markdown");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("--json and --markdown: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_WithoutADiff_SummarisesTheStack()
    {
        var run = await CommandRun.OfAsync("preview", "--markdown");
        var tree = await CommandRun.OfAsync("preview");

        Assert.StartsWith("### Stack `dev`\n\n**", run.Output, StringComparison.Ordinal);
        Assert.Contains("- 1 `azure-native:containerservice:ManagedCluster`\n", run.Output, StringComparison.Ordinal);
        // For people the findings of the checks follow.
        Assert.Contains(MarkdownText.Block(tree.Output.Split("\nChecks\n")[0]), run.Output, StringComparison.Ordinal);
        Assert.InRange(run.Output.Length, 1, CommentLimit.Characters);
    }

    [Fact]
    public async Task Markdown_ToAFile_WritesWhatItWouldPrint()
    {
        await StoreAsync("--config", "threshold=20");
        var file = _directory.Combine("diff.md");

        await CommandRun.OfAsync("preview", "--diff", Earlier, "--markdown", "--output", file);
        var printed = await CommandRun.OfAsync("preview", "--diff", Earlier, "--markdown");

        Assert.Equal(printed.Output, await File.ReadAllTextAsync(file));
    }

    public void Dispose() => _directory.Dispose();

    private async Task StoreAsync(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["preview", "--json", "--output", Earlier, .. arguments]);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
    }
}
