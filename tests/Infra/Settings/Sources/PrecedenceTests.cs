namespace KedaStack.Tests.Infra.Settings.Sources;

public sealed class PrecedenceTests
{
    private const string Project = """
        name: kedastack
        runtime: dotnet
        config:
          threshold: 20
          window: 4m
          nodeCountMin:
            type: integer
            default: 3
          scrapeInterval:
            default: "30s"
            description: "How often."
          zones: [1]
          azure-native:location:
            value: westus
        """;

    [Fact]
    public void Load_ProjectFile_GoesBeforeTheCatalogue()
    {
        using var directory = new ProjectDirectory(Project).Dev("config: {}");
        var settings = directory.Load().Result.Settings!;
        Assert.Equal(20m, settings.Scaling.Threshold);
        Assert.Equal(TimeSpan.FromMinutes(4), settings.Scaling.Window);
        Assert.Equal(3, settings.Cluster.NodeCountMin);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.Scaling.ScrapeInterval);
        Assert.Equal(["1"], settings.Cluster.Zones);
        Assert.Equal("eastus", settings.Location);
    }

    [Fact]
    public void Load_StackFile_GoesBeforeTheProjectFile()
    {
        using var directory = new ProjectDirectory(Project).Dev("config:\n  threshold: 40\n  zones: []\n");
        var settings = directory.Load().Result.Settings!;
        Assert.Equal(40m, settings.Scaling.Threshold);
        Assert.Empty(settings.Cluster.Zones);
        Assert.Equal(TimeSpan.FromMinutes(4), settings.Scaling.Window);
    }

    [Fact]
    public void Load_CommandLine_GoesBeforeTheStackFileAndItsLastValueWins()
    {
        using var directory = new ProjectDirectory(Project).Dev("config:\n  threshold: 40\n");
        var settings = directory.Load("threshold=50", "kedastack:threshold=60", "zones=2,3", "tags=[\"a=b,c\"]", "azure-native:location=x").Result.Settings!;
        Assert.Equal(60m, settings.Scaling.Threshold);
        Assert.Equal(["2", "3"], settings.Cluster.Zones);
        Assert.Equal("b,c", settings.Tags["a"]);
    }

    [Fact]
    public void Load_ProblemsInSeveralSources_AreReportedTogether()
    {
        using var directory = new ProjectDirectory("name: kedastack\nconfig:\n  oldKey: 1\n").Dev("config:\n  threshold: none\n");
        Assert.Equal(
            [
                """--config: is not key=value (got "window"); write it like --config threshold=20""",
                """--config: is not key=value (got "=5"); write it like --config threshold=20""",
                """minReplicaCount: is above maxReplicaCount (got "20" with maxReplicaCount "10"); write at most 10 or raise maxReplicaCount""",
                """oldKey: is not a setting (got "1"); docs/settings.md lists them all""",
            ],
            directory.Problems("window", "=5", "threshold=1", "minReplicaCount=20"));
    }

    // With the stack file unread, minReplicaCount may well be right.
    [Fact]
    public void Load_UnreadableStackFile_SaysNothingAboutValues()
    {
        using var directory = new ProjectDirectory().Dev("");
        Assert.Equal(
            [
                "Pulumi.dev.yaml: is empty (got no YAML); write config: {} for a stack of defaults",
                """--config: is not key=value (got "window"); write it like --config threshold=20""",
            ],
            directory.Problems("minReplicaCount=20", "window"));
    }

    [Theory]
    [InlineData("runtime: dotnet\n", "Pulumi.yaml: has no name (got none); write name: kedastack")]
    [InlineData("name:\n", "Pulumi.yaml: has no name (got none); write name: kedastack")]
    [InlineData("", "Pulumi.yaml: is empty (got no YAML); write at least name: and runtime: dotnet")]
    [InlineData("name: kedastack\nconfig: conf\n", "Pulumi.yaml:2:9: config is not a mapping (got a text); write key: value below it")]
    [InlineData("name: kedastack\nconfig:\n  threshold: {type: string}\n", "threshold: has neither a default nor a value (got none at Pulumi.yaml:3:14); write one of them")]
    [InlineData("name: kedastack\nconfig:\n  threshold: {default: [1]}\n", "threshold: is not a single value (got a list at Pulumi.yaml:3:24); write a single value")]
    public void Load_BadProjectFile_IsReported(string project, string expected)
    {
        using var directory = new ProjectDirectory(project).Dev("config: {}");
        Assert.Equal([expected], directory.Problems());
    }

    [Fact]
    public void Load_KeyWithoutDefaultInTheProjectFile_MayBeGivenByTheStack()
    {
        using var directory = new ProjectDirectory("name: kedastack\nconfig:\n  threshold: {type: string}\n").Dev("config:\n  threshold: 7\n");
        Assert.Equal(7m, directory.Load().Result.Settings!.Scaling.Threshold);
    }

    [Fact]
    public void Load_NoProjectFile_IsReported()
    {
        using var directory = new ProjectDirectory();
        File.Delete(Path.Combine(directory.Root, "Pulumi.yaml"));
        Assert.Equal([$"Pulumi.yaml: is not there (got the directory {directory.Root}); start in the directory of the project, or name it with --directory"], directory.Problems());
    }
}
