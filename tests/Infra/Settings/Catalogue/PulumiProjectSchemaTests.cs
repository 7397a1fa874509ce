using System.Globalization;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Tests.Shared;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Tests.Infra.Settings.Catalogue;

/// <summary>
/// Pulumi.yaml against the rules of the engine: its schema, and what it checks beyond (Project.Validate).
/// https://github.com/pulumi/pulumi/blob/0498be116be896fa28b5af4746ad197666167d85/sdk/go/common/workspace/project.json
/// </summary>
public sealed class PulumiProjectSchemaTests
{
    private static readonly string[] _types = ["string", "integer", "boolean", "array"];

    // Since July 2025 (pulumi/pulumi#20129 and #20132, about 3.186), long before the version that the program requires.
    private static readonly string[] _itemTypes = [.. _types, "object"];

    private readonly YamlMappingNode _project = Load("Pulumi.yaml");

    [Fact]
    public void Project_HasNameRuntimeAndMain()
    {
        Assert.Equal("kedastack", Text(_project["name"]));
        Assert.Equal("dotnet", Text(_project["runtime"]));
        Assert.Equal("infra", Text(_project["main"]));
        Assert.NotEmpty(Text(_project["description"]));
    }

    [Fact]
    public void Config_DeclaresExactlyTheCatalogue() =>
        Assert.Equal(
            SettingsCatalogue.All.Select(definition => definition.Key),
            Mapping(_project["config"]).Children.Keys.Select(Text));

    [Fact]
    public void Config_EveryKey_HasTypeDefaultAndDescriptionAndNothingUnknown() =>
        Assert.All(Mapping(_project["config"]).Children.Values.Select(Mapping), declaration =>
        {
            var isArray = Text(declaration["type"]) == "array";
            string[] names = isArray ? ["type", "items", "default", "description"] : ["type", "default", "description"];
            Assert.Equal(names, declaration.Children.Keys.Select(Text));
            Assert.Contains(Text(declaration["type"]), _types);
            if (isArray)
            {
                Assert.Contains(Text(declaration["items"]["type"]), _itemTypes);
            }
        });

    [Fact]
    public void Config_EveryDefault_IsOfItsType() =>
        Assert.All(Mapping(_project["config"]).Children, declaration =>
        {
            var value = declaration.Value["default"];
            switch (Text(declaration.Value["type"]))
            {
                case "array":
                    Assert.Equal(
                        ListText.TryParse(SettingsCatalogue.Find(Text(declaration.Key))!.Default),
                        Assert.IsType<YamlSequenceNode>(value).Select(Text));
                    break;
                case "integer":
                    Assert.True(int.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out _));
                    break;
                case "boolean":
                    Assert.True(Text(value) is "true" or "false");
                    break;
                default:
                    Assert.Equal(ScalarStyle.DoubleQuoted, Assert.IsType<YamlScalarNode>(value).Style);
                    break;
            }
        });

    [Fact]
    public void Template_HasOnlyWhatPulumiNewKnows()
    {
        var template = Mapping(_project["template"]);
        Assert.Equal(["description", "quickstart", "config"], template.Children.Keys.Select(Text));
        Assert.All(Mapping(template["config"]).Children, entry =>
        {
            var definition = SettingsCatalogue.Find(Text(entry.Key))!;
            Assert.Equal(["description", "default"], Mapping(entry.Value).Children.Keys.Select(Text));
            Assert.Equal(definition.Default, Text(entry.Value["default"]));
            Assert.Equal(definition.Description, $"{Text(entry.Value["description"])}.");
        });
    }

    [Fact]
    public void DevStack_HasNoNamespacedKeyOfTheProjectAndNoDefaultKubernetesProvider()
    {
        var config = Mapping(Load("Pulumi.dev.yaml")["config"]);
        Assert.Equal("kubernetes", Text(Assert.Single(Assert.IsType<YamlSequenceNode>(config["pulumi:disable-default-providers"]))));
        Assert.DoesNotContain(config.Children.Keys, key => Text(key).StartsWith("kedastack:", StringComparison.Ordinal));
    }

    private static YamlMappingNode Load(string path)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(RepositoryRoot.Read(path));
        stream.Load(reader);
        return Mapping(stream.Documents[0].RootNode);
    }

    private static YamlMappingNode Mapping(YamlNode node) => Assert.IsType<YamlMappingNode>(node);

    private static string Text(YamlNode node) => Assert.IsType<YamlScalarNode>(node).Value!;
}
