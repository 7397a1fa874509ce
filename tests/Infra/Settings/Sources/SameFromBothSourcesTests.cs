using System.Text.Json;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Sources;

namespace KedaStack.Tests.Infra.Settings.Sources;

/// <summary>What the CLI previews from the files is what the program gets from Pulumi.</summary>
public sealed class SameFromBothSourcesTests
{
    private static readonly string[] _texts =
    [
        "", "0", "1", "2", "7", "2.5", "-1", "20", "1001", "true", "false", "yes", "1m", "2m30s", "1ms", "eastus", "East US", "helm", "addon", "Helm",
        "entra", "Max", "Free", "static", "a-b", "kube-system", "keda", "1.35", "2.20.2", "Standard_D4s_v5", "a \"b\" \\ 'c'", "#x: {y}", "\u011f\u0131\u0130", " x ", "* &a",
    ];

    private static readonly string[] _items =
        ["1", "2", "3", "a=b", "A=c", "a", "x@y.z", "4 Pods/15s", "100 Percent/1m", "4 Pods/1ms", "", "a,b", "\"", "6b1d3e52-9a43-4c5e-8f0e-2d1f6c0a7b94"];

    [Fact]
    public void Parse_FilesOrConfigOfTheEngine_AreTheSame()
    {
        var random = new Random(20261122);
        using var directory = new ProjectDirectory();
        for (var run = 0; run < 300; run++)
        {
            var texts = new Dictionary<string, string>();
            var yaml = new List<string> { "config:" };
            foreach (var definition in SettingsCatalogue.All.Where(_ => random.Next(4) == 0))
            {
                var (text, scalar) = definition.Type is SettingType.Array ? List(random) : Scalar(random);
                texts.Add(definition.Key, text);
                yaml.Add($"  {(random.Next(2) == 0 ? "" : "kedastack:")}{definition.Key}: {scalar}");
            }

            var offline = directory.Dev(string.Join('\n', yaml)).Load().Result;
            Assert.Equal(Given.Text(FromEngine(texts)), Given.Text(offline));
        }
    }

    private static (string Text, string Yaml) Scalar(Random random)
    {
        var text = _texts[random.Next(_texts.Length)];
        var isPlain = text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-');
        return (text, isPlain && random.Next(2) == 0 ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'");
    }

    private static (string Text, string Yaml) List(Random random)
    {
        var items = random.GetItems(_items, random.Next(4));
        return (JsonSerializer.Serialize(items), $"[{string.Join(", ", items.Select(item => $"'{item}'"))}]");
    }

    private static SettingsResult FromEngine(Dictionary<string, string> texts)
    {
        var json = JsonSerializer.Serialize(texts.ToDictionary(entry => $"kedastack:{entry.Key}", entry => entry.Value));
        return SettingsParser.Parse(RawSettings.FromConfig(texts.GetValueOrDefault, PulumiConfigVariable.Keys(json, "kedastack")));
    }
}
