using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster;

/// <summary>Answers of an API server by their paths. What is not among them was not read, which says nothing about what there is.</summary>
internal sealed class AnswerSet
{
    private readonly Dictionary<string, ClusterAnswer> _byPath = [];
    private readonly List<ClusterAnswer> _all = [];

    /// <summary>The answers, in the order in which they were added.</summary>
    public IReadOnlyList<ClusterAnswer> All => _all;

    /// <summary>Adds an answer, unless there is one of this path already.</summary>
    public void Add(ClusterAnswer answer)
    {
        if (_byPath.TryAdd(Normal(answer.Path), answer))
        {
            _all.Add(answer);
        }
    }

    /// <summary>Whether a path was asked for.</summary>
    public bool Has(string path) => _byPath.ContainsKey(Normal(path));

    /// <summary>Another set with the same answers.</summary>
    public AnswerSet Copy()
    {
        var copy = new AnswerSet();
        foreach (var answer in _all)
        {
            copy.Add(answer);
        }

        return copy;
    }

    /// <summary>The answer to a path; one that says that it was not asked for where there is none.</summary>
    public ClusterAnswer Get(string path) => _byPath.GetValueOrDefault(Normal(path)) ?? ClusterAnswer.NotAsked(path);

    /// <summary>The objects of a list, with the kind and version that a list leaves out of its items; empty where it was not read.</summary>
    public IReadOnlyList<JsonObject> Items(string path)
    {
        var answer = Get(path);
        if (!answer.IsOk)
        {
            return [];
        }

        var items = answer.Body.Objects("items");
        if (answer.Body.Text("kind") is { } kind && kind.EndsWith("List", StringComparison.Ordinal) && answer.Body.Text("apiVersion") is { } version)
        {
            foreach (var item in items.Where(item => item["kind"] is null))
            {
                item["kind"] = kind[..^"List".Length];
                item["apiVersion"] = version;
            }
        }

        return items;
    }

    /// <summary>A path with its query unescaped and sorted, so that each way of writing it is the same.</summary>
    private static string Normal(string path)
    {
        var (place, query) = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? (path[..mark], path[(mark + 1)..]) : (path, "");
        return $"{place}?{string.Join('&', query.Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal))}";
    }
}
