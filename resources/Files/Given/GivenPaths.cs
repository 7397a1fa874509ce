using System.Text;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Files.Documents;

namespace KedaStack.Resources.Files.Given;

/// <summary>The files that a command line names: themselves, those in folders, and standard input.</summary>
internal static class GivenPaths
{
    /// <summary>Names standard input.</summary>
    public const string StandardInput = "-";

    private static readonly string[] _extensions = [".yaml", ".yml", ".json"];

    /// <summary>Reads them in the order in which they are named, those of folders by name.</summary>
    /// <param name="paths">Files, folders and <see cref="StandardInput"/>.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="cancellationToken">Gives the read of a cluster up, with an exception.</param>
    public static IEnumerable<GivenText> Read(IReadOnlyList<string> paths, TextReader input, CancellationToken cancellationToken = default)
    {
        var budget = DocumentLimits.MostFiles;
        foreach (var path in paths)
        {
            if (path == StandardInput)
            {
                yield return Capped("standard input", "", isNamed: true, input);
            }
            else if (ClusterReference.Is(path))
            {
                // Reading files waits, too; the reads have a time-out and end at once when they are given up.
                var (text, problem) = ClusterReference.Parse(path).ReadAsync(cancellationToken).GetAwaiter().GetResult();
                yield return new GivenText(path, "", IsNamed: true, text, problem);
            }
            else if (Directory.Exists(path))
            {
                foreach (var text in InFolder(path.TrimEnd('/', '\\') is { Length: > 0 } trimmed ? trimmed : path, 0))
                {
                    if (--budget < 0)
                    {
                        yield return new GivenText(path, path, IsNamed: true, null, FormattableString.Invariant($"holds more than {DocumentLimits.MostFiles:#,0} files; name the folders to check"));
                        yield break;
                    }

                    yield return text;
                }
            }
            else
            {
                yield return Read(path, isNamed: true);
            }
        }
    }

    private static IEnumerable<GivenText> InFolder(string folder, int depth)
    {
        if (depth > DocumentLimits.DeepestFolder)
        {
            yield return new GivenText(folder, folder, IsNamed: true, null, $"is more than {DocumentLimits.DeepestFolder} folders below the one that was named; name it, too");
            yield break;
        }

        var (files, folders, problem) = Listed(folder);
        if (problem is not null)
        {
            yield return new GivenText(folder, folder, IsNamed: true, null, $"cannot be listed (got {problem}); name folders that you can list");
        }

        foreach (var file in files.Where(file => _extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)))
        {
            yield return Read(file, isNamed: false);
        }

        // Hidden folders hold what tools keep there, and links may lead in circles.
        foreach (var inner in folders.Where(inner =>
            Path.GetFileName(inner) is not (['.', ..] or "node_modules") && !new DirectoryInfo(inner).Attributes.HasFlag(FileAttributes.ReparsePoint)))
        {
            foreach (var text in InFolder(inner, depth + 1))
            {
                yield return text;
            }
        }
    }

    private static (string[] Files, string[] Folders, string? Problem) Listed(string folder)
    {
        try
        {
            var (files, folders) = (Directory.GetFiles(folder), Directory.GetDirectories(folder));
            Array.Sort(files, StringComparer.Ordinal);
            Array.Sort(folders, StringComparer.Ordinal);
            return (files, folders, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ([], [], exception.Message.TrimEnd('.'));
        }
    }

    private static GivenText Read(string path, bool isNamed)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            return Capped(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path, folder, isNamed, reader);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new GivenText(path, folder, isNamed, null, "is not there; name files, folders or - for standard input", IsMissing: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new GivenText(path, folder, isNamed, null, $"cannot be read (got {exception.Message.TrimEnd('.')}); name a file that you can read");
        }
    }

    private static GivenText Capped(string name, string folder, bool isNamed, TextReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[64 << 10];
        while (reader.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            if (text.Length + count > DocumentLimits.LargestCharacters)
            {
                return new GivenText(name, folder, isNamed, null, $"is larger than {DocumentLimits.LargestCharacters >> 20} MiB; split it");
            }

            text.Append(buffer, 0, count);
        }

        return new GivenText(name, folder, isNamed, text.ToString(), null);
    }
}
