using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor.Azure;

/// <summary>Chains on AKS with one fault each: files of tests/Scenarios/doctor-azure, over its right chain.</summary>
internal static class AzureCases
{
    /// <summary>The namespace of all of them.</summary>
    public const string Namespace = "shop";

    private const string Folder = "tests/Scenarios/doctor-azure";

    /// <summary>The file of a case.</summary>
    public static string FileOf(string name) => RepositoryRoot.PathOf($"{Folder}/{name}.json");

    /// <summary>All cases.</summary>
    public static IEnumerable<string> All => Directory.GetFiles(RepositoryRoot.PathOf(Folder), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.StartsWith('_')).Order(StringComparer.Ordinal);
}
