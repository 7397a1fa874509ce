using System.Runtime.CompilerServices;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Scaling.Upstream;

/// <summary>
/// A table of cases in a text file beside the tests: comment lines begin with #, then one line of column names, then one
/// line a case, cells separated by bars.
/// </summary>
internal static class UpstreamTable
{
    public static IReadOnlyList<UpstreamRow> Load(string file, [CallerFilePath] string caller = "")
    {
        var lines = File.ReadAllLines(Find(file, caller))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
            .ToArray();
        return lines.Skip(1).Select(cells => Row(file, lines[0], cells)).ToArray();
    }

    public static TheoryData<string> Names(string file, [CallerFilePath] string caller = "") =>
        new(Load(file, caller).Select(row => row.Name));

    public static UpstreamRow Case(string file, string name, [CallerFilePath] string caller = "") =>
        Load(file, caller).Single(row => row.Name == name);

    private static UpstreamRow Row(string file, string[] columns, string[] cells) => columns.Length == cells.Length
        ? new UpstreamRow(columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))
        : throw new InvalidDataException($"{file}: {columns.Length} columns, but {cells.Length} cells: {cells[0]}");

    // A deterministic build maps source paths away, but leaves the names of the folders.
    private static string Find(string file, string caller) =>
        RepositoryRoot.PathOf($"tests/Scaling/{Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(caller)))}/Upstream/{file}");
}
