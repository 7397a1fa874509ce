namespace KedaStack.Tests.Infra.Settings.Sources;

public sealed class StackFileTests
{
    [Fact]
    public void Load_KeysWithAndWithoutNamespace_AreRead()
    {
        using var directory = new ProjectDirectory().Dev("config:\n  threshold: 20\n  kedastack:window: 4m\n  kedastack:config:namePrefix: shop\n");
        var configuration = directory.Load();
        Assert.Equal(("kedastack", "dev"), (configuration.Project, configuration.Stack));
        var settings = configuration.Result.Settings!;
        Assert.Equal(20m, settings.Scaling.Threshold);
        Assert.Equal(TimeSpan.FromMinutes(4), settings.Scaling.Window);
        Assert.Equal("shop", settings.NamePrefix);
    }

    [Fact]
    public void Load_KeysOfOtherNamespaces_AreLeftAlone()
    {
        using var directory = new ProjectDirectory().Dev(
            "config:\n  pulumi:disable-default-providers: [kubernetes]\n  azure-native:location: West Europe\n  other:threshold:\n    a: 1\n");
        Assert.Equal("eastus", directory.Load().Result.Settings!.Location);
    }

    [Fact]
    public void Load_AnotherProjectName_IsTheNamespace()
    {
        using var directory = new ProjectDirectory("name: shop\nruntime: dotnet\n").Dev("config:\n  shop:threshold: 20\n  kedastack:threshold: 30\n");
        Assert.Equal(20m, directory.Load().Result.Settings!.Scaling.Threshold);
    }

    [Theory]
    [InlineData("config:\n")]
    [InlineData("config: {}\n")]
    [InlineData("encryptionsalt: v1:abc\n")]
    [InlineData("# comment\nconfig: ~\n")]
    [InlineData("\ufeffconfig: {}\r\n")]
    public void Load_NoConfig_GivesTheDefaults(string text)
    {
        using var directory = new ProjectDirectory().Dev(text);
        Assert.Equal(Given.Text(Given.Settings()), Given.Text(directory.Load().Result));
    }

    [Fact]
    public void Load_SettingsWithoutConfigAboveThem_AreRefused()
    {
        using var directory = new ProjectDirectory().Dev("encryptionsalt: v1:abc\nthreshold: 3\nkedastack:window: 4m\n");
        Assert.Equal(
            ["Pulumi.dev.yaml:2:1: threshold is not below config (got it at the top of the file); write config: above it, and indent it",
                "Pulumi.dev.yaml:3:1: kedastack:window is not below config (got it at the top of the file); write config: above it, and indent it"],
            directory.Load().Result.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Load_FullStackName_IsTheStacksLastPart()
    {
        using var directory = new ProjectDirectory().Dev("config: {}\n");
        var configuration = KedaStack.Infra.Settings.Sources.StackConfiguration.Load(directory.Root, "acme/kedastack/dev", []);
        Assert.True(configuration.Result.IsValid);
        Assert.Equal("dev", configuration.Stack);
    }

    [Fact]
    public void Load_Missing_NamesTheFileAndTheStacksThatExist()
    {
        using var directory = new ProjectDirectory().Write("Pulumi.test.yaml", "config: {}").Write("Pulumi.prod.yaml", "config: {}");
        Assert.Equal(
            ["Pulumi.dev.yaml: is not there (got the stacks prod, test); choose one of these, or copy Pulumi.prod.yaml to Pulumi.dev.yaml and edit it"],
            directory.Problems());
    }

    [Fact]
    public void Load_MissingAndNoOther_IsAStackOfDefaults()
    {
        using var directory = new ProjectDirectory();

        var (missing, empty) = (directory.Load(), directory.Dev("config: {}").Load());

        Assert.Empty(missing.Result.Problems);
        Assert.Equal(empty.Result.Settings!.Scaling, missing.Result.Settings!.Scaling);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("---\n")]
    [InlineData("null\n")]
    public void Load_Empty_IsAProblem(string text)
    {
        using var directory = new ProjectDirectory().Dev(text);
        Assert.Equal(["Pulumi.dev.yaml: is empty (got no YAML); write config: {} for a stack of defaults"], directory.Problems());
    }

    [Theory]
    [InlineData("config:\n  threshold: [1, 2\n", "Pulumi.dev.yaml:3:1: is not YAML (got While parsing a flow sequence, did not find expected ',' or ']'); correct the file at this line and column")]
    [InlineData("config:\n  threshold: [1, 2\nother: 3\n", "Pulumi.dev.yaml:2:16: is not YAML (got something that does not fit here, such as a key inside an unclosed bracket); correct the file at this line and column")]
    [InlineData("config:\n  threshold: {a: 1\nother: 3\n", "Pulumi.dev.yaml:2:16: is not YAML (got something that does not fit here, such as a key inside an unclosed bracket); correct the file at this line and column")]
    [InlineData("config:\n  tags:\n   : a=b\n    - c=d\n  window: 2m\n", "Pulumi.dev.yaml:5:3: is not YAML (got a key without a value before this place); correct the file at this line and column")]
    [InlineData("config:\n\tthreshold: 20\n", "Pulumi.dev.yaml:2:1: is not YAML (got a tab as indentation, where only spaces are allowed); correct the file at this line and column")]
    [InlineData("config:\n  window: 2m\n \tthreshold: 20\n", "Pulumi.dev.yaml:3:2: is not YAML (got a tab as indentation, where only spaces are allowed); correct the file at this line and column")]
    [InlineData("config:\n  window: 2m\n  window: 3m\n", "Pulumi.dev.yaml:3:3: is not YAML (got Duplicate key window); correct the file at this line and column")]
    [InlineData("config:\n  window: *usual\n", "Pulumi.dev.yaml:2:11: is not YAML (got a reference to usual, which no anchor defines); correct the file at this line and column")]
    [InlineData("config:\n  window: a: b\n", "Pulumi.dev.yaml:2:12: is not YAML (got While scanning a plain scalar value, found invalid mapping); correct the file at this line and column")]
    [InlineData("config:\n  window: \"2m\n", "Pulumi.dev.yaml:2:11: is not YAML (got While scanning a quoted scalar, found unexpected end of stream); correct the file at this line and column")]
    public void Load_NotYaml_IsReportedWithLineAndColumn(string text, string expected)
    {
        using var directory = new ProjectDirectory().Dev(text);
        Assert.Equal([expected], directory.Problems());
    }

    [Fact]
    public void Load_ThousandsOfBrackets_AreReportedNotFollowed()
    {
        using var directory = new ProjectDirectory().Dev($"config: {new string('[', 20_000)}");
        Assert.Equal(
            ["Pulumi.dev.yaml:1:56: is not YAML (got more than 50 levels of nesting); correct the file at this line and column"],
            directory.Problems());
    }

    [Fact]
    public void Load_ListThatHoldsItself_IsReported()
    {
        using var directory = new ProjectDirectory().Dev("config:\n  zones: &zones [*zones]\n");
        Assert.Equal(
            ["zones: has an item that is not a text (got a list at Pulumi.dev.yaml:2:10); write a list of texts"],
            directory.Problems());
    }

    [Fact]
    public void Load_Anchor_IsFollowed()
    {
        using var directory = new ProjectDirectory().Dev("config:\n  minReplicaCount: &count 3\n  maxReplicaCount: *count\n");
        Assert.Equal(3, directory.Load().Result.Settings!.Scaling.MaxReplicaCount);
    }

    [Theory]
    [InlineData("just text\n", "Pulumi.dev.yaml:1:1: is not a mapping (got a text); write keys, such as config:, at the beginning of lines")]
    [InlineData("- config\n", "Pulumi.dev.yaml:1:1: is not a mapping (got a list); write keys, such as config:, at the beginning of lines")]
    [InlineData("config:\n- threshold\n", "Pulumi.dev.yaml:2:1: config is not a mapping (got a list); write key: value below it")]
    [InlineData("config: threshold\n", "Pulumi.dev.yaml:1:9: config is not a mapping (got a text); write key: value below it")]
    [InlineData("config:\n  [a, b]: 1\n", "Pulumi.dev.yaml:2:3: config has a key that is not a text (got a list); write key: value")]
    [InlineData("config: {}\n---\nconfig: {}\n", "Pulumi.dev.yaml:3:1: is more than one YAML document (got a second one here); keep one, since Pulumi reads only the first")]
    public void Load_WrongShape_IsReportedWithLineAndColumn(string text, string expected)
    {
        using var directory = new ProjectDirectory().Dev(text);
        Assert.Equal([expected], directory.Problems());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../dev")]
    [InlineData("my stack")]
    public void Load_IllegalStackName_IsReported(string stack)
    {
        using var directory = new ProjectDirectory();
        var shown = stack[(stack.LastIndexOf('/') + 1)..];
        var problems = Given.Lines(KedaStack.Infra.Settings.Sources.StackConfiguration.Load(directory.Root, stack, []).Result);
        Assert.Equal(
            shown == "dev"
                ? []
                : [$"--stack: is not a stack's name (got \"{shown}\"); write letters, digits, hyphens, underscores and periods"],
            problems);
    }

    [Fact]
    public void Load_StackFileIsADirectory_IsReported()
    {
        using var directory = new ProjectDirectory();
        Directory.CreateDirectory(Path.Combine(directory.Root, "Pulumi.dev.yaml"));
        Assert.Contains("Pulumi.dev.yaml: ", Assert.Single(directory.Problems()), StringComparison.Ordinal);
    }
}
