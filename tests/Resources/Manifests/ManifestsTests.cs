using KedaStack.Cli.Shell;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Manifests;

public sealed class ManifestsTests
{
    private const string AlertRules = "monitoring/autoscaler-alerts.yaml";

    [Fact]
    public async Task CheckedInManifests_Always_AreWhatTheCodeRenders()
    {
        using var directory = new TemporaryDirectory();
        await CommandRun.OfAsync("render", "--output", directory.Path);

        var expected = Files(directory.Path);
        var actual = Files(RepositoryRoot.PathOf("manifests"));

        Assert.True(
            expected.OrderBy(file => file.Key).SequenceEqual(actual.OrderBy(file => file.Key)),
            "manifests/ is not what the settings of the stack dev give; run ./kedastack render");
    }

    [Fact]
    public async Task Render_WithAllCloudValues_LeavesNoPlaceholder()
    {
        using var directory = new TemporaryDirectory();

        await CommandRun.OfAsync(
            "render", "--output", directory.Path, "--cluster", "aks-1", "--client-id", "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            "--prometheus-endpoint", "https://x.eastus.prometheus.monitor.azure.com");

        var text = string.Concat(Directory.EnumerateFiles(directory.Path).Select(File.ReadAllText));
        Assert.DoesNotMatch(@"\{\{ [A-Z_]+ \}\}", text);
        Assert.Contains("cluster=\"aks-1\"", text, StringComparison.Ordinal);
        Assert.Contains("serverAddress: https://x.eastus.prometheus.monitor.azure.com", text, StringComparison.Ordinal);
        Assert.Contains("identityId: 3f2504e0-4f89-11d3-9a0c-0305e82c3301", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_Again_RemovesWhatIsNoMoreAndKeepsWhatIsNotItsOwn()
    {
        using var directory = new TemporaryDirectory();
        await CommandRun.OfAsync("render", "--output", directory.Path);
        await File.WriteAllTextAsync(directory.Combine("mine.yaml"), "kind: Mine\n");

        await CommandRun.OfAsync("render", "--output", directory.Path, "--config", "kedaInstallation=addon");

        Assert.True(File.Exists(directory.Combine("mine.yaml")));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(directory.Path), file => file.Contains("podmonitor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AlertRules_WithoutACluster_HaveNoSuchLabel()
    {
        using var directory = new TemporaryDirectory();
        await CommandRun.OfAsync("render", "--output", directory.Path);

        Assert.DoesNotContain("cluster=", await File.ReadAllTextAsync(directory.Combine(AlertRules)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AlertRules_WithACluster_AreLimitedToIt()
    {
        using var directory = new TemporaryDirectory();
        await CommandRun.OfAsync("render", "--output", directory.Path, "--cluster", "aks-1", "--config", "threshold=20");

        var text = await File.ReadAllTextAsync(directory.Combine(AlertRules));
        Assert.Contains("cluster=\"aks-1\"", text, StringComparison.Ordinal);
        Assert.Contains("> 220", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ToADirectoryThatCannotBeMade_SaysSo()
    {
        using var directory = new TemporaryDirectory();
        await File.WriteAllTextAsync(directory.Combine("file"), "");

        var run = await CommandRun.OfAsync("render", "--output", directory.Combine("file", "manifests"));

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("--output: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kustomization_Always_ListsEveryOtherFileInOrder()
    {
        using var directory = new TemporaryDirectory();
        await CommandRun.OfAsync("render", "--output", directory.Path);

        var listed = (await File.ReadAllLinesAsync(directory.Combine("kustomization.yaml")))
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line[2..]);

        Assert.Equal(
            Directory.EnumerateFiles(directory.Path).Select(Path.GetFileName).Where(name => name != "kustomization.yaml").Order(StringComparer.Ordinal),
            listed);
    }

    private static Dictionary<string, string> Files(string directory) =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(directory, file), File.ReadAllText);
}
