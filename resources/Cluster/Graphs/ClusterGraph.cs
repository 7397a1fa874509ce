using System.Text.Json.Nodes;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster.Graphs;

/// <summary>The objects of answers as a graph of resources, so that checks and views read a cluster as they read files.</summary>
internal static class ClusterGraph
{
    private static readonly Dictionary<string, IReadOnlyList<string>> _noReferences = [];

    /// <summary>The graph of what a namespace holds, with what is there for all namespaces.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="facts">The versions. A cluster's lists are whole, but only those that were read.</param>
    public static ResourceGraph Of(AnswerSet answers, string? ns, FileFacts facts) => new()
    {
        Stack = ns ?? "cluster",
        Resources = [.. Objects(answers, ns).Select(Resource)],
        Outputs = new Dictionary<string, GraphOutput>(),
        Files = facts,
    };

    /// <summary>The objects of a namespace, or of all for null, and those of none.</summary>
    public static IEnumerable<JsonObject> Objects(AnswerSet answers, string? ns) => answers.All
        .Where(answer => answer.IsOk && (ns is null || (ApiPath.NamespaceOf(answer.Path) ?? ns) == ns) && !IsEvents(answer.Path))
        .SelectMany(answer => answer.Body is JsonObject body && body["items"] is JsonArray ? answers.Items(answer.Path)
            : answer.Body is JsonObject one && one.Text("kind") is not null && one.Text("metadata.name") is not null ? [one] : [])
        .Where(json => ns is null || (json.Text("metadata.namespace") ?? ns) == ns)
        .DistinctBy(json => (json.Text("apiVersion"), json.Text("kind"), json.Text("metadata.namespace"), json.Text("metadata.name")));

    private static bool IsEvents(string path) => path.EndsWith("/events", StringComparison.Ordinal);

    private static GraphResource Resource(JsonObject json)
    {
        var (ns, name) = (json.Text("metadata.namespace"), json.Text("metadata.name") ?? "without a name");
        return new GraphResource
        {
            // A kind may be of two groups, as monitors are.
            Urn = $"cluster:{json.Text("apiVersion")}/{json.Text("kind")}/{ns}/{name}",
            Type = ObjectTypes.TokenOf(json.Text("apiVersion") ?? "", json.Text("kind") ?? ""),
            Name = ns is null ? name : $"{ns}/{name}",
            IsComponent = false,
            Inputs = json,
            References = _noReferences,
            Options = GraphOptions.None,
        };
    }
}
