namespace KedaStack.Cli.Shell.Files;

/// <summary>Where a path leads to.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;
    private const string Devices = "/dev/";

    /// <summary>How paths of this system are compared.</summary>
    public static StringComparison Comparison =>
        OperatingSystem.IsLinux() || OperatingSystem.IsFreeBSD() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The whole path without links in it, also for a file that is not there; a path that cannot be followed stays as it is.</summary>
    public static string Of(string path)
    {
        try
        {
            return Follow(Path.GetFullPath(path), MostLinks);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return path;
        }
    }

    /// <summary>Whether both paths lead to one file, by links of any kind.</summary>
    public static bool AreSame(string one, string other)
    {
        var (first, second) = (Of(one), Of(other));
        if (!File.Exists(first) || !File.Exists(second) || first.StartsWith(Devices, StringComparison.Ordinal))
        {
            return false;
        }

        return string.Equals(first, second, Comparison) || AreHardLinks(first, second);
    }

    // The locks that .NET takes for FileShare belong to the file, not to its name.
    private static bool AreHardLinks(string one, string other)
    {
        try
        {
            var (first, second) = (new FileInfo(one), new FileInfo(other));
            if (first.Length == 0 || first.Length != second.Length || first.LastWriteTimeUtc != second.LastWriteTimeUtc)
            {
                return false;
            }

            using var locked = new FileStream(one, FileMode.Open, FileAccess.Read, FileShare.None);
            try
            {
                new FileStream(other, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Follow(string path, int links)
    {
        var root = Path.GetPathRoot(path)!;
        var at = root;
        var parts = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (links > 0 && new FileInfo(at).LinkTarget is { } target)
            {
                var rest = Path.Combine([Path.GetFullPath(target, Path.GetDirectoryName(at)!), .. parts[(i + 1)..]]);
                return Follow(rest, links - 1);
            }
        }

        return at;
    }
}
