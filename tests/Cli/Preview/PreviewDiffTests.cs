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
        Assert.Equal($"--diff: is a folder (got \"{_directory.Path}\"); name a file\n", run.Error);
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
