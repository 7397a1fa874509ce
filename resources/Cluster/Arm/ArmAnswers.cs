using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Resources.Cluster.Arm;

/// <summary>
/// The answers of Azure Resource Manager among others. It writes its ids in any case, and versions of its API differ in what is not
/// read here: neither makes another path.
/// </summary>
internal sealed class ArmAnswers
{
    private readonly Dictionary<string, ClusterAnswer> _byPath = [];

    /// <summary>Finds them.</summary>
    public ArmAnswers(AnswerSet answers)
    {
        foreach (var answer in answers.All.Where(answer => ArmPath.Is(answer.Path)))
        {
            _byPath.TryAdd(Normal(answer.Path), answer);
        }

        Cluster = _byPath.Values.Select(answer => ArmId.TryParse(answer.Path.Split('?')[0], ArmPath.ClusterType)).FirstOrDefault(id => id is not null);
    }

    /// <summary>The cluster that was asked for; null where none was.</summary>
    public ArmId? Cluster { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<ClusterAnswer> All => _byPath.Values;

    /// <summary>The answer to a path; one that says that it was not asked for where there is none.</summary>
    public ClusterAnswer Get(string path) => _byPath.GetValueOrDefault(Normal(path)) ?? ClusterAnswer.NotAsked(path);

    /// <summary>Whether a path was asked for.</summary>
    public bool Has(string path) => _byPath.ContainsKey(Normal(path));

    private static string Normal(string path)
    {
        var (place, query) = path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? (path[..mark], path[(mark + 1)..]) : (path, "");
        var rest = query.Split('&').Select(Uri.UnescapeDataString).Where(one => !one.StartsWith("api-version=", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
        return $"{place}?{string.Join('&', rest)}".ToUpperInvariant();
    }
}
