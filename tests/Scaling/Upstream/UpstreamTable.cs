using System.Runtime.CompilerServices;

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

    private static string Find(string file, string caller)
    {
        var beside = Path.Combine(Path.GetDirectoryName(caller)!, "Upstream", file);
        if (File.Exists(beside))
        {
            return beside;
        }

        // A deterministic build maps source paths away; the test project then runs below the repository.
        var concept = Path.GetFileName(Path.GetDirectoryName(caller)!);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Scaling", concept, "Upstream", file);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException($"{file} was found neither beside {caller} nor above {AppContext.BaseDirectory}.");
    }
}
