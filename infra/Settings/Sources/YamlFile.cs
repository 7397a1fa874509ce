using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>A YAML file with one mapping in it.</summary>
/// <param name="Name">The file's name, as problems show it.</param>
/// <param name="Root">The mapping; null when there is a problem.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record YamlFile(string Name, YamlMappingNode? Root, SettingsProblem? Problem)
{
    private const int MostCharacters = 16 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="whenEmpty">What an empty file should rather contain.</param>
    public static YamlFile Read(string path, string whenEmpty)
    {
        var name = Path.GetFileName(path);
        try
        {
            var text = CappedText.Read(path, MostCharacters);
            return YamlSyntax.FindError(text) is { } error ? NotYaml(name, error) : Build(name, text, whenEmpty);
        }
        catch (YamlException exception)
        {
            return NotYaml(name, YamlError.At(exception.Start, exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var got = exception.Message.TrimEnd('.');
            return new(name, null, SettingsProblem.Create(name, "cannot be read", got, "make it a file that you can read"));
        }
    }

    /// <summary>Where a node stands: <c>Pulumi.dev.yaml:3:7</c>.</summary>
    public string Place(YamlNode node) => Place(Name, node.Start.Line, node.Start.Column);

    /// <summary>What a node is, in a word, for messages.</summary>
    public static string Kind(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        _ => "a text",
    };

    private static YamlFile Build(string name, string text, string whenEmpty)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (ArgumentException)
        {
            // YamlDotNet's parser lets a mapping end behind a key; its node builder then stumbles over the end.
            return NotYaml(name, YamlError.At(parser.Current!.Start, "a key without a value before this place"));
        }

        if (stream.Documents.Count == 0 || PlainScalar.IsNull(stream.Documents[0].RootNode))
        {
            return new(name, null, SettingsProblem.Create(name, "is empty", "no YAML", whenEmpty));
        }

        if (stream.Documents.Count > 1)
        {
            var second = stream.Documents[1].RootNode;
            return Unusable(name, second, "is more than one YAML document", "a second one here", "keep one, since Pulumi reads only the first");
        }

        var root = stream.Documents[0].RootNode;
        return root is YamlMappingNode mapping
            ? new(name, mapping, null)
            : Unusable(name, root, "is not a mapping", Kind(root), "write keys, such as config:, at the beginning of lines");
    }

    private static YamlFile Unusable(string name, YamlNode node, string wrong, string got, string right) =>
        new(name, null, SettingsProblem.Create(Place(name, node.Start.Line, node.Start.Column), wrong, got, right));

    private static YamlFile NotYaml(string name, YamlError error) =>
        new(
            name,
            null,
            SettingsProblem.Create(
                Place(name, error.Line, error.Column),
                "is not YAML",
                error.Found,
                "correct the file at this line and column"));

    private static string Place(string name, long line, long column) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}:{line}:{column}");
}
