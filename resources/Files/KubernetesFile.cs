using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Sources;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Resources.Files;

/// <summary>Reads one Kubernetes object from a file, as <c>kubectl get -o yaml</c> (or <c>-o json</c>) prints it, alone or among others.</summary>
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

        var roots = stream.Documents.Select(document => document.RootNode).Where(root => !PlainScalar.IsNull(root)).ToList();
        if (roots.Count == 0)
        {
            return Refuse(problems, path, "is empty", "no YAML", $"record {expected.Name}: {expected.Command}");
        }

        if (roots.Find(root => root is not YamlMappingNode) is { } other)
        {
            return Refuse(problems, path, "is not a Kubernetes object", YamlFile.Kind(other), $"record {expected.Name}: {expected.Command}");
        }

        var objects = roots.SelectMany((root, place) => Objects(new ObjectFields(
            roots.Count == 1 ? path : FormattableString.Invariant($"{path} (document {place + 1})"), "", (YamlMappingNode)root, problems)));
        return ObjectChoice.Of([.. objects], expected, path, problems);
    }

    /// <summary>The object itself, or the items of a list of them.</summary>
    private static IReadOnlyList<ObjectFields> Objects(ObjectFields root) =>
        root.Text("kind")?.EndsWith("List", StringComparison.Ordinal) is true && root.List("items") is { } items ? items : [root];

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
