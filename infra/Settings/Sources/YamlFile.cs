using System.Globalization;
using KedaStack.Infra.Settings.Parsing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>A YAML file with one mapping in it.</summary>
/// <param name="Name">The file's name, as problems show it.</param>
/// <param name="Root">The mapping; null when there is a problem.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record YamlFile(string Name, YamlMappingNode? Root, SettingsProblem? Problem)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, which exists.</param>
    /// <param name="whenEmpty">What an empty file should rather contain.</param>
    public static YamlFile Read(string path, string whenEmpty)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return Check(name, stream.Documents, whenEmpty);
        }
        catch (YamlException exception)
        {
            return Unreadable(name, exception.Start, "is not YAML", exception.Message, "mend the file at this line and column");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(name, null, SettingsProblem.Create(name, "cannot be read", exception.Message, "make it a file that you may read"));
        }
    }

    /// <summary>Where a node stands: <c>Pulumi.dev.yaml:3:7</c>.</summary>
    public string Place(YamlNode node) => Place(Name, node.Start);

    /// <summary>What a node is, in a word, for messages.</summary>
    public static string Kind(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        _ => "a text",
    };

    private static YamlFile Check(string name, IList<YamlDocument> documents, string whenEmpty)
    {
        if (documents.Count == 0 || PlainScalar.IsNull(documents[0].RootNode))
        {
            return new(name, null, SettingsProblem.Create(name, "is empty", "no YAML", whenEmpty));
        }

        if (documents.Count > 1)
        {
            var second = documents[1].RootNode.Start;
            return Unreadable(name, second, "is more than one YAML document", "a second one here", "keep one, since Pulumi reads only the first");
        }

        var root = documents[0].RootNode;
        return root is YamlMappingNode mapping
            ? new(name, mapping, null)
            : Unreadable(name, root.Start, "is not a mapping", Kind(root), "write keys, such as config:, at the beginning of lines");
    }

    private static YamlFile Unreadable(string name, in Mark mark, string wrong, string got, string right) =>
        new(name, null, SettingsProblem.Create(Place(name, mark), wrong, got.TrimEnd('.'), right));

    private static string Place(string name, in Mark mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}:{mark.Line}:{mark.Column}");
}
