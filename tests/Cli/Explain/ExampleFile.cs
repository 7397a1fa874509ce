using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

/// <summary>The recorded objects beside these tests.</summary>
internal static class ExampleFile
{
    public static string Path(string name) => RepositoryRoot.PathOf("tests/Cli/Explain/files/" + name);

    public static string Read(string name) => File.ReadAllText(Path(name));
}
