using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainHpaTests
{
    [Fact]
    public async Task Hpa_OutsideAProject_NeedsNone()
    {
        using var directory = new TemporaryDirectory();

        var run = await CommandRun.InAsync(directory.Path, "explain", "--hpa", ExampleFile.Path("hpa-held.yaml"));

        Assert.Equal(ExitCodes.Success, run.ExitCode);
    }
}
