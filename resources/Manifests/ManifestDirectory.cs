namespace KedaStack.Resources.Manifests;

/// <summary>The directory that manifests are rendered to.</summary>
internal static class ManifestDirectory
{
    /// <summary>The folder in it for what belongs to monitoring and is no Kubernetes object.</summary>
    public const string Monitoring = "monitoring";

    /// <summary>Writes the files, and removes those of an earlier rendering that are no more; others stay.</summary>
    public static void Write(string directory, IReadOnlyList<ManifestFile> files)
    {
        Directory.CreateDirectory(Path.Combine(directory, Monitoring));
        var names = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(directory, "*.yaml"))
        {
            if (!names.Contains(Path.GetFileName(path)) && IsRendered(path))
            {
                File.Delete(path);
            }
        }

        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(directory, file.Name), file.Text);
        }
    }

    private static bool IsRendered(string path)
    {
        using var reader = new StreamReader(path);
        return reader.ReadLine() + "\n" == ManifestRenderer.Header;
    }
}
