using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Sources;

namespace KedaStack.Tests.Infra.Settings.Sources;

public sealed class PulumiConfigVariableTests
{
    [Fact]
    public void Keys_OfTheProject_AreListedWithoutNamespace() =>
        Assert.Equal(
            ["thresold", "window"],
            PulumiConfigVariable.Keys(
                """{"kedastack:window":"2m","azure-native:location":"x","kedastack:config:thresold":"20","pulumi:tags":"{}","bare":"1"}""",
                "kedastack"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    public void Keys_NoConfig_AreNone(string? json) => Assert.Empty(PulumiConfigVariable.Keys(json, "kedastack"));

    [Fact]
    public void FromConfig_UnknownKey_IsFoundThroughTheVariable()
    {
        var config = new Dictionary<string, string> { ["thresold"] = "20", ["window"] = "4m" };
        var raw = RawSettings.FromConfig(config.GetValueOrDefault, config.Keys);
        Assert.Equal(["""thresold: is not a setting (got "20"); did you mean threshold?"""], Given.Lines(SettingsParser.Parse(raw)));
    }

    [Fact]
    public void FromConfig_KnownKeys_AreReadWithoutTheVariable()
    {
        var config = new Dictionary<string, string> { ["threshold"] = "20", ["zones"] = "[1,3]", ["tags"] = """["a=b"]""" };
        var settings = SettingsParser.Parse(RawSettings.FromConfig(config.GetValueOrDefault, [])).Settings!;
        Assert.Equal(20m, settings.Scaling.Threshold);
        Assert.Equal(["1", "3"], settings.Cluster.Zones);
        Assert.Equal("b", settings.Tags["a"]);
    }
}
