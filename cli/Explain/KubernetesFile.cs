using System.Globalization;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Sources;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Cli.Explain;

/// <summary>Reads one Kubernetes object from a file, as <c>kubectl get -o yaml</c> (or <c>-o json</c>) prints it.</summary>
internal static class KubernetesFile
{
    private const long LargestBytes = 4 << 20;

    /// <summary>Reads the object.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static ObjectFields? Read(string path, ObjectKind expected, ICollection<SettingsProblem> problems)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestBytes } file)
            {
                var size = file.Length.ToString(CultureInfo.InvariantCulture) + " bytes";
                return Refuse(problems, path, "is too large for one object", size, $"record one object: {expected.Command}");
            }

            var text = File.ReadAllText(path);
            return YamlSyntax.FindError(text) is { } error
                ? NotYaml(problems, path, error, expected)
                : Build(path, text, expected, problems);
        }
        catch (YamlException exception)
        {
            return NotYaml(problems, path, YamlError.At(exception.Start, exception.Message), expected);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refuse(problems, path, "is not there", "no file", $"record one: {expected.Command} > {expected.FileName}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = Directory.Exists(path) ? "a directory" : exception.Message.TrimEnd('.');
            return Refuse(problems, path, "cannot be read", reason, "name a file that you can read");
        }
    }

    private static ObjectFields? Build(string path, string text, ObjectKind expected, ICollection<SettingsProblem> problems)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (ArgumentException)
        {
            // YamlDotNet's node builder stumbles over a mapping that ends behind a key.
            return NotYaml(problems, path, YamlError.At(parser.Current!.Start, "a key without a value before this place"), expected);
        }

        return stream.Documents switch
        {
            [] => Refuse(problems, path, "is empty", "no YAML", $"record {expected.Name}: {expected.Command}"),
            [var document] => document.RootNode is YamlMappingNode root
                ? Only(new ObjectFields(path, "", root, problems), expected)
                : Refuse(problems, path, "is not a Kubernetes object", YamlFile.Kind(document.RootNode), $"record {expected.Name}: {expected.Command}"),
            _ => Refuse(
                problems, path, "holds more than one YAML document",
                stream.Documents.Count.ToString(CultureInfo.InvariantCulture), "keep the one to explain"),
        };
    }

    /// <summary>The object itself, or the only item of a list of them.</summary>
    private static ObjectFields? Only(ObjectFields root, ObjectKind expected)
    {
        if (root.Text("kind")?.EndsWith("List", StringComparison.Ordinal) is not true || root.List("items") is not { } items)
        {
            return expected.Check(root) ? root : null;
        }

        if (items.Count != 1)
        {
            root.Refuse(
                "items", "does not hold just one object", items.Count.ToString(CultureInfo.InvariantCulture),
                $"record the one to explain: {expected.Command}");
            return null;
        }

        return expected.Check(items[0]) ? items[0] : null;
    }

    private static ObjectFields? NotYaml(ICollection<SettingsProblem> problems, string path, YamlError error, ObjectKind expected)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{path}:{error.Line}:{error.Column}");
        return Refuse(problems, place, "is not YAML", error.Found, $"record the file again: {expected.Command}");
    }

    private static ObjectFields? Refuse(ICollection<SettingsProblem> problems, string place, string wrong, string got, string right)
    {
        problems.Add(SettingsProblem.Create(place, wrong, got, right));
        return null;
    }
}
