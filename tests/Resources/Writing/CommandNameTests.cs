using KedaStack.Resources.Writing;

namespace KedaStack.Tests.Resources.Writing;

public sealed class CommandNameTests
{
    [Theory]
    [InlineData("write one with: kedastack preview --json", "write one with: ./kedastack preview --json")]
    [InlineData("helm template . | kedastack check -", "helm template . | ./kedastack check -")]
    [InlineData("`kedastack check` and kedastack --help", "`./kedastack check` and ./kedastack --help")]
    // Names that begin alike are no commands.
    [InlineData("kedastack: needs a command", "kedastack: needs a command")]
    [InlineData("the group kedastack-dev, the chart kedastack checks", "the group kedastack-dev, the chart kedastack checks")]
    [InlineData("./kedastack check", "./kedastack check")]
    public void In_ForALauncher_NamesItInCommands(string text, string expected)
    {
        Assert.Equal(expected, CommandName.In(text, "./kedastack"));
        Assert.Equal(text, CommandName.In(text, "kedastack"));
    }
}
