using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files.Given;

namespace KedaStack.Resources.Files;

/// <summary>Reads one Kubernetes object from a file, a folder or standard input, alone or among others, as <c>kedastack check</c> reads them.</summary>
internal static class KubernetesFile
{
    /// <summary>Reads the object.</summary>
    /// <param name="path">The file, the folder, or <c>-</c>.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="name">Its name; null for the only one.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="command">The command that reads it, for its messages.</param>
    /// <param name="cancellationToken">Gives the read of a cluster up, with an exception.</param>
    /// <returns>Null after a problem.</returns>
    public static ObjectFields? Read(
        string path, ObjectKind expected, ICollection<SettingsProblem> problems, ObjectName? name = null, Func<TextReader>? input = null,
        string command = "explain", CancellationToken cancellationToken = default)
    {
        var objects = new List<ObjectFields>();
        var isAny = false;
        foreach (var text in GivenPaths.Read([path], input?.Invoke() ?? TextReader.Null, cancellationToken))
        {
            if (text.Problem is not null)
            {
                return Refuse(problems, text.Name, text.IsMissing
                    ? SettingsProblem.Describe("is not there", "no file", $"record one: {expected.Command} > {expected.FileName}")
                    : text.Problem);
            }

            var read = TextDocuments.Read(text, $"correct the line, or record the file again: {expected.Command}");
            if (read.Foreign is not null && text.IsNamed)
            {
                return Refuse(problems, text.Name, read.Foreign.Replace("kedastack check -", expected.Piped(command), StringComparison.Ordinal));
            }

            if (read.Problem is { } problem)
            {
                problems.Add(problem);
                return null;
            }

            isAny |= read.Documents.Count > 0;
            if (text.IsNamed && read.Documents.FirstOrDefault(document => document.Json is not JsonObject) is { } other)
            {
                return Refuse(problems, text.Name, SettingsProblem.Describe(
                    "is not a Kubernetes object", other.Json is JsonArray ? "a list" : "a text", $"record {expected.Name}: {expected.Command}"));
            }

            foreach (var (document, place) in read.Documents.Select((document, place) => (document, place)).Where(one => one.document.Json is JsonObject))
            {
                var file = read.Documents.Count == 1 ? text.Name : FormattableString.Invariant($"{text.Name} (document {place + 1})");
                objects.AddRange(Objects(new ObjectFields(file, "", (JsonObject)document.Json!, problems)));
            }
        }

        return objects.Count == 0 && !isAny
            ? Refuse(problems, path, SettingsProblem.Describe("is empty", "no YAML", $"record {expected.Name}: {expected.Command}"))
            : ObjectChoice.Of(objects, expected, path, name, problems);
    }

    /// <summary>The object itself, or the items of a list of them.</summary>
    private static IReadOnlyList<ObjectFields> Objects(ObjectFields root) =>
        root.Text("kind")?.EndsWith("List", StringComparison.Ordinal) is true && root.List("items") is { } items ? items : [root];

    private static ObjectFields? Refuse(ICollection<SettingsProblem> problems, string place, string message)
    {
        problems.Add(new SettingsProblem(place, message));
        return null;
    }
}
