namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>
/// Every setting, in the order in which they are listed and reported. The <c>config:</c> block of Pulumi.yaml and the
/// tables of docs/settings.md are generated from it.
/// </summary>
public static class SettingsCatalogue
{
    private static readonly Dictionary<string, int> _positions = [];

    /// <summary>The definitions, group by group.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        .. GeneralDefinitions.All,
        .. ClusterDefinitions.All,
        .. MonitoringDefinitions.All,
        .. KedaDefinitions.All,
        .. WorkloadDefinitions.All,
        .. ScalingDefinitions.All,
        .. BehaviorDefinitions.All,
    ];

    static SettingsCatalogue()
    {
        for (var i = 0; i < All.Count; i++)
        {
            _positions.Add(All[i].Key, i);
        }
    }

    /// <summary>The definition of a key.</summary>
    /// <returns>Null when there is no such setting; keys are case-sensitive.</returns>
    public static SettingDefinition? Find(string key) =>
        _positions.TryGetValue(key, out var position) ? All[position] : null;

    /// <summary>Where a key stands in <see cref="All"/>; for anything else, behind the last.</summary>
    internal static int Position(string key) => _positions.GetValueOrDefault(SettingOf(key), All.Count);

    /// <summary>The setting that a path is in: <c>workloads</c> of <c>workloads[1].threshold</c>.</summary>
    internal static string SettingOf(string path) => path.IndexOf('[', StringComparison.Ordinal) is > 0 and var place ? path[..place] : path;
}
