using System.Security.Cryptography;
using System.Text;

namespace KedaStack.Tests.ScenarioTests;

/// <summary>A file that a command wrote.</summary>
/// <param name="Name">Its path in the folder, with forward slashes.</param>
/// <param name="Text">What is in it; of a long one, its length and digest.</param>
internal sealed record WrittenFile(string Name, string Text)
{
    // What nobody reads in a review; it still holds every byte.
    private const int ShownLines = 200;
    private const int ShownCharacters = 20_000;

    /// <summary>The files of a folder as they are, for <see cref="Since"/>.</summary>
    public static IReadOnlyDictionary<string, string> StateOf(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

    /// <summary>The files that are new or changed.</summary>
    public static IEnumerable<WrittenFile> Since(IReadOnlyDictionary<string, string> before, string folder) => StateOf(folder)
        .Where(file => before.GetValueOrDefault(file.Key) != file.Value)
        .Select(file => new WrittenFile(Path.GetRelativePath(folder, file.Key).Replace('\\', '/'), Shown(file.Value.Replace(folder, "<folder>", StringComparison.Ordinal))))
        .OrderBy(file => file.Name, StringComparer.Ordinal);

    private static string Shown(string text)
    {
        var lines = text.Count(character => character == '\n');
        return lines <= ShownLines && text.Length <= ShownCharacters
            ? text
            : $"({lines} lines, {text.Length} characters, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))})\n";
    }
}
