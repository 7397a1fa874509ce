using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Settings;

public sealed class SettingsCommandTests
{
    [Fact]
    public async Task Settings_Always_ListsEverySetting()
    {
        var run = await CommandRun.OfAsync("settings");

        var keys = run.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]);
        Assert.Equal(SettingsCatalogue.All.Select(setting => setting.Key), keys);
    }

    [Fact]
    public async Task SettingsWrite_OutdatedFiles_BringsThemUpToDate()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.Combine("docs"));
        foreach (var file in GeneratedFile.All)
        {
            var text = RepositoryRoot.Read(file.Path);
            await File.WriteAllTextAsync(directory.Combine(file.Path), text.Replace("requests per second", "apples", StringComparison.OrdinalIgnoreCase));
        }

        var run = await CommandRun.InAsync(directory.Path, "settings", "--write");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.All(GeneratedFile.All, file => Assert.Equal(
            RepositoryRoot.Read(file.Path), File.ReadAllText(directory.Combine(file.Path))));
    }

    [Fact]
    public async Task SettingsWrite_OutsideACheckout_SaysSo()
    {
        using var directory = new TemporaryDirectory();

        var run = await CommandRun.InAsync(directory.Path, "settings", "--write");

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Contains("run this in a checkout of KedaStack", run.Error, StringComparison.Ordinal);
    }
}
