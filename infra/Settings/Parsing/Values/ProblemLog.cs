using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>Collects the problems of one parse.</summary>
internal sealed class ProblemLog
{
    private readonly List<SettingsProblem> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    /// <summary>Notes a problem; the texts are those of <see cref="SettingsProblem.Create"/>.</summary>
    public void Add(string key, string wrong, string got, string right) =>
        _problems.Add(SettingsProblem.Create(key, wrong, got, right));

    public void Add(SettingsProblem problem) => _problems.Add(problem);

    /// <summary>Whether there is a problem of a key.</summary>
    public bool Has(string key) => _problems.Exists(problem => problem.Key == key);

    /// <summary>The problems in the catalogue's order, unknown keys last and by name, several of one key as they were found.</summary>
    public IReadOnlyList<SettingsProblem> Ordered() =>
    [
        .. _problems
            .OrderBy(problem => SettingsCatalogue.Position(problem.Key))
            // Paths of one setting stay in the order of its items.
            .ThenBy(problem => SettingsCatalogue.SettingOf(problem.Key), StringComparer.Ordinal),
    ];
}
