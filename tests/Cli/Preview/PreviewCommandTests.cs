using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Preview;

public sealed class PreviewCommandTests
{
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
    public async Task Preview_ToAFile_WritesWhatItWouldPrint()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("preview.json");

        var toFile = await CommandRun.OfAsync("preview", "--json", "--output", file);
        var printed = await CommandRun.OfAsync("preview", "--json");

        Assert.Empty(toFile.Output);
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(file));
    }
}
