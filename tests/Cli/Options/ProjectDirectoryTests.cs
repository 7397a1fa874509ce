using KedaStack.Cli.Options;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Options;

public sealed class ProjectDirectoryTests
{
    [Fact]
    public void Find_BelowAProject_IsThatProject()
    {
        using var project = new TemporaryDirectory();
        File.WriteAllText(project.Combine("Pulumi.yaml"), "");
        var below = Directory.CreateDirectory(project.Combine("a", "b")).FullName;

        Assert.Equal(project.Path, ProjectDirectory.Find(below, RepositoryRoot.Path));
    }

    [Fact]
    public void Find_Elsewhere_IsTheProgramsOwnProject()
    {
        using var elsewhere = new TemporaryDirectory();

        Assert.Equal(RepositoryRoot.Path, ProjectDirectory.Find(elsewhere.Path, RepositoryRoot.PathOf("cli/bin")));
    }

    [Fact]
    public void Find_NoProjectAtAll_IsTheCurrentDirectory()
    {
        using var elsewhere = new TemporaryDirectory();

        Assert.Equal(elsewhere.Path, ProjectDirectory.Find(elsewhere.Path, elsewhere.Path));
    }
}
