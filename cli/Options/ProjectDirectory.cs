namespace KedaStack.Cli.Options;

/// <summary>Finds the directory of Pulumi.yaml.</summary>
internal static class ProjectDirectory
{
    /// <summary>
    /// The nearest directory with a Pulumi.yaml: the current one or one above it, else the program's own or one above
    /// that, so that the command also works from elsewhere. The current directory when there is none at all.
    /// </summary>
    public static string Find(string currentDirectory, string programDirectory) =>
        Above(currentDirectory) ?? Above(programDirectory) ?? currentDirectory;

    private static string? Above(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Pulumi.yaml")))
            {
                return directory.FullName;
            }
        }

        return null;
    }
}
