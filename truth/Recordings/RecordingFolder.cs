namespace KedaStack.Truth.Recordings;

/// <summary>A folder laid out as <c>loops/&lt;versions&gt;/NAME.json.gz</c>.</summary>
/// <param name="path">The folder.</param>
public sealed class RecordingFolder(string path)
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "KEDASTACK_RECORDINGS";

    private const string Extension = ".json.gz";

    /// <summary>The folder.</summary>
    public string FullPath { get; } = Path.GetFullPath(path);

    /// <summary>The files of all loops, in the order of their versions and names.</summary>
    public IReadOnlyList<string> Loops { get; } = Find(Path.GetFullPath(path));

    /// <summary>Reads the loops one after the other; nothing is kept.</summary>
    public IEnumerable<RecordedLoop> Read() => Loops.Select(LoopReader.Read);

    /// <summary>The folder that is named, else the first of some that is there.</summary>
    /// <param name="named">What <see cref="Variable"/> says; null or empty for nothing.</param>
    /// <param name="candidates">The folders, the preferred one first.</param>
    /// <exception cref="DirectoryNotFoundException">None has loops; the message names them.</exception>
    public static RecordingFolder Choose(string? named, params IReadOnlyList<string> candidates)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(Path.Combine(named, "loops"))
                ? new RecordingFolder(named)
                : throw new DirectoryNotFoundException(
                    $"{Variable} names {named}, which has no folder loops; it must be laid out as loops/<versions>/NAME{Extension}.");
        }

        return candidates.FirstOrDefault(candidate => Directory.Exists(Path.Combine(candidate, "loops"))) is { } found
            ? new RecordingFolder(found)
            : throw new DirectoryNotFoundException(
                $"There are no recordings: none of {string.Join(", ", candidates)} has a folder loops. Name one with {Variable}.");
    }

    private static string[] Find(string path) =>
        [.. Directory.EnumerateFiles(Path.Combine(path, "loops"), "*" + Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
