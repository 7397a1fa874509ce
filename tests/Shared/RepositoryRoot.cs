namespace KedaStack.Tests.Shared;

/// <summary>The checkout that the tests were built in.</summary>
internal static class RepositoryRoot
{
    /// <summary>Its full path.</summary>
    public static string Path { get; } = Find();

    /// <summary>The full path of a checked-in file or folder.</summary>
    /// <param name="relative">The path from the root, with forward slashes.</param>
    public static string PathOf(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relative));

    /// <summary>The text of a checked-in file.</summary>
    /// <param name="relative">The path from the root, with forward slashes.</param>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "KedaStack.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has KedaStack.sln.");
    }
}
