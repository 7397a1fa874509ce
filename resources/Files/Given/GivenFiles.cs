using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files.Documents;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Files.Given;

/// <summary>What the files of a command line hold.</summary>
internal sealed record GivenFiles
{
    private static readonly Dictionary<string, IReadOnlyList<string>> _noReferences = [];

    /// <summary>The Kubernetes objects, in their order.</summary>
    public required IReadOnlyList<GivenObject> Objects { get; init; }

    /// <summary>The folders of a kustomization or a chart, which stand for themselves.</summary>
    public required IReadOnlySet<string> Units { get; init; }

    /// <summary>How many documents are no Kubernetes objects.</summary>
    public required int Others { get; init; }

    /// <summary>What was recognized and cannot be read, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What keeps files from being read.</summary>
    public required IReadOnlyList<SettingsProblem> Problems { get; init; }

    /// <summary>Reads the files.</summary>
    /// <param name="paths">Files, folders and <c>-</c>.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="cancellationToken">Gives the read of a cluster up, with an exception.</param>
    public static GivenFiles Read(IReadOnlyList<string> paths, TextReader input, CancellationToken cancellationToken = default)
    {
        var (objects, units, notes, problems, others) = (new List<GivenObject>(), new HashSet<string>(), new List<string>(), new List<SettingsProblem>(), 0);
        foreach (var text in GivenPaths.Read(paths, input, cancellationToken))
        {
            if (text.Problem is not null)
            {
                problems.Add(new SettingsProblem(text.Name, text.Problem));
            }
            else
            {
                Documents(text);
            }
        }

        return new GivenFiles { Objects = objects, Units = units, Others = others, Notes = notes, Problems = problems };

        void Documents(GivenText text)
        {
            if (Path.GetFileNameWithoutExtension(text.Name) is "kustomization" or "Kustomization" or "Chart")
            {
                units.Add(text.Folder);
            }

            var read = TextDocuments.Read(text, "correct the file at this line and column");
            foreach (var document in read.Documents)
            {
                Add(text, document);
            }

            if (read.Foreign is not null)
            {
                notes.Add($"{text.Name} {read.Foreign}");
            }

            if (read.Problem is { } problem)
            {
                problems.Add(problem);
            }

            others += read.IsOther ? 1 : 0;
        }

        void Add(GivenText text, DocumentNode document)
        {
            if (document.Json is JsonObject map && IsText(map, "apiVersion") is { } version && IsText(map, "kind") is { } kind)
            {
                if (kind.EndsWith("List", StringComparison.Ordinal) && map["items"] is JsonArray items)
                {
                    var list = document.Part("items")!;
                    for (var i = 0; i < items.Count; i++)
                    {
                        Add(text, list.Part(i.ToString(CultureInfo.InvariantCulture))!);
                    }
                }
                else
                {
                    objects.Add(new GivenObject(Resource(text, document, map, version, kind, objects.Count), text.Folder));
                }
            }
            else
            {
                others++;
            }
        }
    }

    private static string? IsText(JsonObject map, string key) => map[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static GraphResource Resource(GivenText text, DocumentNode document, JsonObject map, string version, string kind, int index)
    {
        var metadata = map["metadata"] as JsonObject;
        var (ns, name) = (metadata is null ? null : IsText(metadata, "namespace"), (metadata is null ? null : IsText(metadata, "name")) ?? "without a name");
        return new GraphResource
        {
            Urn = string.Create(CultureInfo.InvariantCulture, $"file:{text.Name}#{index}"),
            Type = ObjectTypes.TokenOf(version, kind),
            Name = ns is null ? name : $"{ns}/{name}",
            IsComponent = false,
            // A list's items stay in their list, whose parts nobody changes.
            Inputs = map,
            References = _noReferences,
            Options = GraphOptions.None,
            Origin = new ResourceOrigin(text.Name, document.Place),
        };
    }
}
