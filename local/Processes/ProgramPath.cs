namespace KedaStack.Local.Processes;

/// <summary>Finds programs.</summary>
internal static class ProgramPath
{
    /// <summary>The path of a program; null when there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="searchPath">The directories to look in, as in PATH.</param>
    public static string? Find(string name, string searchPath) => searchPath
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(directory => Path.Combine(directory, name))
        .FirstOrDefault(File.Exists);
}
