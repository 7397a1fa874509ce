using System.Reflection;

namespace KedaStack.Tests.ScenarioTests;

// A class for each first word of the scenarios' names, since classes run beside each other.

public sealed class CheckScenarios
{
    [Theory, Scenarios("check")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class CommandScenarios
{
    [Theory, Scenarios("command")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class DoctorScenarios
{
    [Theory, Scenarios("doctor")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class ExplainScenarios
{
    [Theory, Scenarios("explain")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class FilesScenarios
{
    [Theory, Scenarios("files")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class LocalScenarios
{
    [Theory, Scenarios("local")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class MigrateScenarios
{
    [Theory, Scenarios("migrate")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class PreviewScenarios
{
    [Theory, Scenarios("preview")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class RenderScenarios
{
    [Theory, Scenarios("render")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class SettingsScenarios
{
    [Theory, Scenarios("settings")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class SimulateScenarios
{
    [Theory, Scenarios("simulate")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class TuneScenarios
{
    [Theory, Scenarios("tune")]
    public Task Holds(string name) => new Scenario(name).HoldsAsync();
}

public sealed class ScenarioFolderTests
{
    [Fact]
    public void EveryScenario_IsRunByOneOfTheClasses()
    {
        var areas = typeof(ScenarioFolderTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<ScenariosAttribute>()?.Area)
            .ToHashSet();

        Assert.All(Scenario.All, name => Assert.Contains(name.Split('-')[0], areas));
    }

    [Fact]
    public void Line_IsSplitAsAShellDoes()
    {
        var line = ScenarioLine.Parse("A=b kedastack explain --query 'sum(rate(x{a=\"b\"}[2m]))' \"\" < in.yaml");

        Assert.Equal("b", line.Environment["A"]);
        Assert.Equal(["explain", "--query", "sum(rate(x{a=\"b\"}[2m]))", ""], line.Arguments);
        Assert.Equal("in.yaml", line.Input);
    }

    [Theory]
    [InlineData("explain 45")]
    [InlineData("kedastack explain '45")]
    public void Line_ThatIsNone_IsRefused(string line) => Assert.Throws<FormatException>(() => ScenarioLine.Parse(line));
}
