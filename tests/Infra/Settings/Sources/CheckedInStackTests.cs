using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Settings.Sources;

public sealed class CheckedInStackTests
{
    [Fact]
    public void Dev_IsTheDefaultsButForItsTags()
    {
        var configuration = StackConfiguration.Load(RepositoryRoot.Path, "dev", []);
        Assert.Equal(("kedastack", "dev"), (configuration.Project, configuration.Stack));
        Assert.Empty(configuration.Result.Problems);
        var settings = configuration.Result.Settings!;
        Assert.Equal(Given.Text(SettingsParser.Defaults), Given.Text(settings with { Tags = SettingsParser.Defaults.Tags }));
    }
}
