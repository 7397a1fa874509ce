using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>Reads the <c>config:</c> block of a file; keys of other namespaces are left alone.</summary>
internal static class ConfigBlock
{
    private const string Config = "config";
    private const string Default = "default";

    private static readonly string[] _topKeys = ["config", "secretsprovider", "encryptedkey", "encryptionsalt", "environment"];

    /// <summary>The block of Pulumi.&lt;stack&gt;.yaml: keys and values.</summary>
    public static SourceContent ReadValues(YamlFile file, string project)
    {
        var content = Read(file, project, node => node);
        return content with { Problems = [.. content.Problems, .. Misplaced(file, project), .. Misspelt(file)] };
    }

    /// <summary>The block of Pulumi.yaml: keys and defaults (<c>key: value</c>), or keys and declarations with a <c>default:</c>.</summary>
    public static SourceContent ReadDefaults(YamlFile file, string project) =>
        Read(file, project, node => node is YamlMappingNode declaration ? Child(declaration, Default) : node);

    /// <summary>The value of a key of a mapping.</summary>
    public static YamlNode? Child(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    // Pulumi leaves alone what it does not know at the top, so that a setting there would act on nothing.
    private static IEnumerable<SettingsProblem> Misplaced(YamlFile file, string project) =>
        from key in file.Root!.Children.Keys.OfType<YamlScalarNode>()
        where key.Value is { } name && OwnKey.Of(name, project) is { } own && SettingsCatalogue.Find(own) is not null
        select SettingsProblem.Create(file.Place(key), $"{key.Value} is not below config", "it at the top of the file", "write config: above it, and indent it");

    // What Pulumi reads at the top of a stack's file (sdk/go/common/workspace/project.go, ProjectStack).
    private static IEnumerable<SettingsProblem> Misspelt(YamlFile file) =>
        from key in file.Root!.Children.Keys.OfType<YamlScalarNode>()
        where key.Value is { } name && !_topKeys.Contains(name) && EditDistance.Nearest(name, _topKeys) is not null
        select SettingsProblem.Create(
            file.Place(key), $"{key.Value} is not a key of a stack's file", $"it at the top of the file", $"did you mean {EditDistance.Nearest(key.Value!, _topKeys)}?");

    private static SourceContent Read(YamlFile file, string project, Func<YamlNode, YamlNode?> valueOf)
    {
        var config = Child(file.Root!, Config);
        if (config is null || PlainScalar.IsNull(config))
        {
            return new(RawSettings.Empty, []);
        }

        if (config is not YamlMappingNode block)
        {
            return SourceContent.Unreadable(
                SettingsProblem.Create(file.Place(config), "config is not a mapping", YamlFile.Kind(config), "write key: value below it"));
        }

        var settings = RawSettings.Empty;
        var problems = new List<SettingsProblem>();
        foreach (var (keyNode, node) in block)
        {
            if (keyNode is not YamlScalarNode { Value: { } writtenKey })
            {
                problems.Add(SettingsProblem.Create(
                    file.Place(keyNode),
                    "config has a key that is not a text",
                    YamlFile.Kind(keyNode),
                    "write key: value"));
            }
            else if (OwnKey.Of(writtenKey, project) is { } key)
            {
                settings = Add(settings, file, key, node, valueOf(node));
            }
            else if (OwnKey.IsNear(writtenKey, project))
            {
                problems.Add(SettingsProblem.Create(
                    file.Place(keyNode), "is of another namespace, whose name is nearly the project's", Quoted.Text(writtenKey), $"did you mean {project}:{writtenKey[(writtenKey.IndexOf(':', StringComparison.Ordinal) + 1)..]}?"));
            }
        }

        return new(settings, problems);
    }

    private static RawSettings Add(RawSettings settings, YamlFile file, string key, YamlNode node, YamlNode? value)
    {
        if (settings.Values.ContainsKey(key))
        {
            var defect = SettingsProblem.Describe(
                "is given with and without namespace",
                $"the second at {file.Place(node)}",
                "keep one of them");
            return settings.With(key, RawValue.Unusable(defect));
        }

        return settings.With(key, value is null ? Required(file, node) : ConfigNode.Read(file, key, value));
    }

    // Pulumi refuses to start when such a key is not in the stack file either; a value there replaces this one.
    private static RawValue Required(YamlFile file, YamlNode node) =>
        RawValue.Unusable(SettingsProblem.Describe("has neither a default nor a value", $"none at {file.Place(node)}", "write one of them"));
}
