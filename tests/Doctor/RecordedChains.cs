using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor;

/// <summary>What stands behind each recorded chain.</summary>
internal static class RecordedChains
{
    /// <summary>The recordings of a real control plane.</summary>
    public const string Folder = "recordings/doctor";

    private static readonly Dictionary<string, (string Link, string State, string[] Words)> _truths = RepositoryRoot.Read("tests/Doctor/recorded-chains.txt").Split('\n')
        .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(row => row[0], row => (row[1], row[2], row.Length > 3 ? row[3].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : []));

    /// <summary>The cases that the table knows.</summary>
    public static IEnumerable<string> Cases => _truths.Keys;

    /// <summary>The files of all versions.</summary>
    public static IEnumerable<string> Files => Directory.Exists(SharedFolder.PathOf(Folder))
        ? Directory.GetFiles(SharedFolder.PathOf(Folder), "*.json", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('_')).Order(StringComparer.Ordinal)
        : [];

    /// <summary>What a reader who knows would say first of a file.</summary>
    public static (string Link, string State, string[] Words) TruthOf(string file) => _truths[Path.GetFileNameWithoutExtension(file)];
}
