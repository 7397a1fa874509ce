using System.Text.Json.Nodes;
using KedaStack.Checks.Reports;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Check;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task Check_OfTheDevStack_SucceedsAndInformsOfTwoSettingsWithoutEffect()
    {
        var run = await CommandRun.OfAsync("check");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.EndsWith(" 0 warnings, 0 errors, 2 for information, 0 suppressed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAStackWithAnError_ExitsWith2()
    {
        var run = await CommandRun.OfAsync("check", "--config", "minReplicaCount=0");

        Assert.Equal(ExitCodes.CheckFailed, run.ExitCode);
        Assert.StartsWith("error scale-from-zero: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfBadSettings_ExitsWith1()
    {
        var run = await CommandRun.OfAsync("check", "--config", "threshold=0");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task CheckJson_Always_WritesNothingButJson()
    {
        var run = await CommandRun.OfAsync("check", "--json");

        Assert.Equal("dev", JsonNode.Parse(run.Output)!["stack"]!.GetValue<string>());
    }

    [Fact]
    public async Task CheckMarkdown_Always_BeginsWithAHeading()
    {
        var run = await CommandRun.OfAsync("check", "--markdown");

        Assert.StartsWith("### Checks of `dev`\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AsJsonAndMarkdown_IsRefused()
    {
        var run = await CommandRun.OfAsync("check", "--json", "--markdown");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("cannot be used together", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("warning")]
    public async Task Check_OfErrorsOrWarningsOnly_LeavesInformationOut(string severity)
    {
        var run = await CommandRun.OfAsync("check", "--severity", severity);

        Assert.Single(run.Output.TrimEnd().Split('\n'));
    }

    /// <summary>Word for word what the webhook of each version answers (KEDA's scaledobject_webhook.go; for 2.21 as recorded).</summary>
    [Theory]
    [InlineData(
        "2.20.2",
        "PollingInterval is configured but is not relevant. PollingInterval is only relevant when minReplicaCount = 0 or idleReplicaCount = 0 or useCachedMetrics is enabled",
        "CooldownPeriod is configured but is not relevant. CooldownPeriod is only relevant when minReplicaCount = 0 or idleReplicaCount = 0")]
    [InlineData(
        "2.21.1",
        "PollingInterval is configured but is not relevant for scaling. It only affects scaling when minReplicaCount = 0, idleReplicaCount is set, or useCachedMetrics is enabled, but it still controls how often KEDA refreshes the ScaledObject status conditions and events",
        "CooldownPeriod is configured but is not relevant. CooldownPeriod is only relevant when minReplicaCount = 0 or idleReplicaCount is set")]
    public async Task CheckAndPreview_OfAVersionOfKeda_SayItsWebhooksTwoSentences(string version, string polling, string cooldown)
    {
        foreach (var command in new[] { "check", "preview" })
        {
            var run = await CommandRun.OfAsync(command, "--config", $"kedaChartVersion={version}");

            Assert.Equal(ExitCodes.Success, run.ExitCode);
            Assert.Contains($"  found: 15, with minReplicaCount 1; KEDA's webhook: {polling}\n", run.Output, StringComparison.Ordinal);
            Assert.Contains($"  found: 90, with minReplicaCount 1; KEDA's webhook: {cooldown}\n", run.Output, StringComparison.Ordinal);
            Assert.Contains("information polling-without-effect: scaled-object (ScaledObject) spec.pollingInterval\n", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Check_OfAKedaWithoutTheWarnings_InformsWithoutThem()
    {
        var run = await CommandRun.OfAsync("check", "--config", "kedaChartVersion=2.19.0");

        Assert.Contains("  found: 15, with minReplicaCount 1\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("is not relevant", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithASuppression_GivesTheReasonAndNotTheFinding()
    {
        var run = await CommandRun.OfAsync("check", "--config", """suppressedChecks=["cooldown-without-effect=set for later"]""");

        Assert.Contains("suppressed cooldown-without-effect: scaled-object (ScaledObject) spec.cooldownPeriod (because: set for later)\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(" 0 warnings, 0 errors, 1 for information, 1 suppressed\n", run.Output, StringComparison.Ordinal);
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
    public async Task Preview_OfAStackWithAnError_ExitsWith2AndShowsIt()
    {
        var run = await CommandRun.OfAsync("preview", "--config", "minReplicaCount=0");

        Assert.Equal(ExitCodes.CheckFailed, run.ExitCode);
        Assert.Contains("\nChecks\nerror scale-from-zero: ", run.Output, StringComparison.Ordinal);
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

