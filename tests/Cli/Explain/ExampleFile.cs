using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

/// <summary>The recorded objects beside these tests.</summary>
internal static class ExampleFile
{
    public static string Path(string name) => RepositoryRoot.PathOf("tests/Cli/Explain/files/" + name);

    public static string Read(string name) => File.ReadAllText(Path(name));

    /// <summary>Explains a changed example.</summary>
    /// <param name="option">The option that names the file.</param>
    /// <param name="name">The example.</param>
    /// <param name="change">Makes another text of it.</param>
    /// <param name="others">The other words of the command line.</param>
    public static async Task<CommandRun> ExplainAsync(string option, string name, Func<string, string> change, params string[] others)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine(name);
        await File.WriteAllTextAsync(file, change(Read(name)));
        return await CommandRun.OfAsync(["explain", option, file, .. others]);
    }
}
