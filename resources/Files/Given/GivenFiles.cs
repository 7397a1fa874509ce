using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files.Documents;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Writing;

namespace KedaStack.Resources.Files.Given;

/// <summary>What the files of a command line hold.</summary>
internal sealed record GivenFiles
{
    private const int MostForeign = 3;

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

    /// <summary>Whether all of these are of files in folders, beside which the others stand.</summary>
    public required bool IsOnlyPartial { get; init; }

    /// <summary>Reads the files.</summary>
    /// <param name="paths">Files, folders and <c>-</c>.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="cancellationToken">Gives the read of a cluster up, with an exception.</param>
    public static GivenFiles Read(IReadOnlyList<string> paths, TextReader input, CancellationToken cancellationToken = default)
    {
        var (objects, units, notes, problems, others) = (new List<GivenObject>(), new HashSet<string>(), new List<string>(), new List<SettingsProblem>(), 0);
        var (patches, foreign, isOnlyPartial) = (new HashSet<string>(StringComparer.Ordinal), new List<(string Name, string What)>(), true);
        foreach (var text in GivenPaths.Read(paths, input, cancellationToken))
        {
            if (text.Problem is not null)
            {
                problems.Add(new SettingsProblem(text.Name, text.Problem));
                isOnlyPartial &= !text.IsNamed;
            }
            else
            {
                Documents(text);
            }
        }

        foreach (var same in foreign.GroupBy(one => one.What))
        {
            // A chart has dozens of templates.
            var names = same.Select(one => one.Name).ToList();
            notes.AddRange(names.Count <= MostForeign ? names.Select(name => $"{name} {same.Key}") : [$"{names[0]} and {Shown.Count(names.Count - 1, "other file")}: each {same.Key}"]);
        }

        if (objects.RemoveAll(given => patches.Contains(Path.GetFullPath(given.Resource.Origin!.File))) is > 0 and var count)
        {
            notes.Add($"{Shown.Count(count, "object")} in patches of a kustomization left out: they are parts, of which kustomize build makes whole ones");
        }

        return new GivenFiles { Objects = objects, Units = units, Others = others, Notes = notes, Problems = problems, IsOnlyPartial = isOnlyPartial };

        void Documents(GivenText text)
        {
            var file = Path.GetFileNameWithoutExtension(text.Name);
            if (file is "kustomization" or "Kustomization" or "Chart")
            {
                units.Add(text.Folder);
            }

            var read = TextDocuments.Read(text, "correct the file at this line and column");
            foreach (var document in read.Documents)
            {
                patches.UnionWith(file is "kustomization" or "Kustomization" ? KustomizePatches.Of(document.Json, text.Folder) : []);
                Add(text, document);
            }

            if (read.Foreign is not null)
            {
                foreign.Add((text.Name, read.Foreign));
            }

            if (read.Problem is { } problem)
            {
                problems.Add(problem);
                isOnlyPartial &= !text.IsNamed;
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
                if (document.Json is JsonObject part && part["metadata"] is JsonObject && part["spec"] is JsonObject && (IsText(part, "kind") ?? IsText(part, "apiVersion")) is { } half)
                {
                    notes.Add($"{text.Name}:{document.Place.Line.ToString(CultureInfo.InvariantCulture)} has {half} and no {(part.ContainsKey("kind") ? "apiVersion" : "kind")}, without which kubectl refuses it");
                }
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
