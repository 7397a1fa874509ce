using System.Reflection;

namespace KedaStack.Local.Processes;

/// <summary>The temporary directory of a run, for everything that it writes.</summary>
internal sealed class RunDirectory : IDisposable
{
    private const string Prefix = "kedastack-local-";

    private RunDirectory(string path) => Path = path;

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Makes one.</summary>
    /// <exception cref="LocalRunException">The temporary directory cannot be written to.</exception>
    public static RunDirectory Create()
    {
        try
        {
            return new RunDirectory(Directory.CreateTempSubdirectory(Prefix).FullName);
        }
        catch (Exception exception) when (UnwritableFile.Is(exception))
        {
            throw UnwritableFile.Of(System.IO.Path.GetTempPath(), exception);
        }
    }

    /// <summary>The path of a file in it.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file in it; readers see the old one or the new one, never a part.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="LocalRunException">The disk is full, or the directory cannot be written to.</exception>
    public string Write(string name, string text)
    {
        try
        {
            var path = PathOf(name);
            File.WriteAllText(path + ".new", text);
            File.Move(path + ".new", path, overwrite: true);
            return path;
        }
        catch (Exception exception) when (UnwritableFile.Is(exception))
        {
            throw UnwritableFile.Of(PathOf(name), exception);
        }
    }

    /// <summary>Writes one of this assembly's own scripts.</summary>
    /// <returns>Its path.</returns>
    public string WriteResource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly does not hold {name}.");
        using var reader = new StreamReader(stream);
        return Write(name, reader.ReadToEnd());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The guard tries it once more.
        }
    }
}
